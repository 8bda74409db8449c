import { invalid } from "./api-error"
import type { Form, FormValue } from "./form"

/** @throws parameter_unknown for the first name that is none of `known` */
export function allowOnly(form: Form, known: string[]): void {
  const unknown = Object.keys(form).find((name) => !known.includes(name))
  if (unknown !== undefined) {
    throw invalid(`Received unknown parameter: ${unknown}`, {
      code: "parameter_unknown",
      param: unknown,
    })
  }
}

export function requiredText(form: Form, param: string): string {
  const value = optionalText(form, param)
  if (value === undefined) {
    throw invalid(`Missing required param: ${param}.`, {
      code: "parameter_missing",
      param,
    })
  }
  return value
}

export function optionalText(form: Form, param: string): string | undefined {
  const value = form[param]
  if (value === undefined) return undefined
  if (typeof value !== "string") throw invalid("Invalid string", { param })
  return value
}

export function oneOf<T extends string>(
  form: Form,
  param: string,
  values: readonly T[]
): T {
  const value = requiredText(form, param)
  const found = values.find((one) => one === value)
  if (!found) {
    throw invalid(`Invalid ${param}: must be one of ${values.join(", ")}`, {
      param,
    })
  }
  return found
}

/** A positive whole number of smallest units. */
export function positive(form: Form, param: string): number {
  const text = requiredText(form, param)
  if (!/^-?\d+$/.test(text)) {
    throw invalid(`Invalid integer: ${text}`, {
      code: "parameter_invalid_integer",
      param,
    })
  }
  const value = Number(text)
  if (value < 1) {
    throw invalid("This value must be greater than or equal to 1.", {
      code: "parameter_invalid_integer",
      param,
    })
  }
  return value
}

const METADATA_KEYS_MAX = 50
const METADATA_KEY_LENGTH_MAX = 40
const METADATA_VALUE_LENGTH_MAX = 500

export function metadataOf(form: Form): Record<string, string> {
  const value = nested(form, "metadata")
  const entries = Object.entries(value)
  if (entries.length > METADATA_KEYS_MAX) {
    throw invalid("You can have up to 50 metadata keys", { param: "metadata" })
  }
  return Object.fromEntries(
    entries.map(([name, one]) => {
      if (
        typeof one !== "string" ||
        name.length > METADATA_KEY_LENGTH_MAX ||
        one.length > METADATA_VALUE_LENGTH_MAX
      ) {
        throw invalid(
          `Metadata keys can be up to 40 characters long and values up to 500: ${name}`,
          { param: `metadata[${name}]` }
        )
      }
      return [name, one]
    })
  )
}

/** What brackets nest under a name; nothing where it is not given. */
export function nested(
  form: Form,
  param: string
): { [name: string]: FormValue } {
  const value = form[param]
  if (value === undefined || value === "") return {}
  if (typeof value === "string" || Array.isArray(value)) {
    throw invalid("Invalid hash", { param })
  }
  return value
}
