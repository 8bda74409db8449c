import { z } from "@medusajs/framework/zod"
import { time, type Schema } from "./schema"

/** What a schema takes, before it makes something else of it. */
export function jsonSchema(schema: z.ZodType): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      // A date is written as text.
      if (zodSchema._zod.def.type === "date") Object.assign(jsonSchema, time)
    },
  }) as Schema
  return rest
}
