import type { z } from "@medusajs/framework/zod"
import type { FieldErrors, FieldValues, Resolver } from "react-hook-form"
import { get, set } from "react-hook-form"

/**
 * Checks a form with a zod schema, the first complaint about each field first.
 *
 * Written here rather than taken from `@hookform/resolvers`, a dependency that
 * would have to match the store's zod and its react-hook-form both.
 */
export function zodResolver<TForm extends FieldValues>(
  schema: z.ZodType<TForm, TForm>
): Resolver<TForm, unknown, TForm> {
  return (values) => {
    const result = schema.safeParse(values)
    if (result.success) {
      return { values: result.data, errors: {} }
    }
    const errors: FieldErrors<TForm> = {}
    for (const { code, message, path } of result.error.issues) {
      const name = path.join(".")
      if (!get(errors, `${name}.message`)) {
        set(errors, name, { type: code, message })
      }
    }
    return { values: {}, errors }
  }
}
