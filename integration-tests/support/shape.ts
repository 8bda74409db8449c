import type { Json } from "../harness"

/** What a value must be: a kind (`"number|null"`), an object with at least these keys, or a list of such. */
export type Shape = string | { [key: string]: Shape } | [Shape]

const KINDS: Record<string, (value: Json) => boolean> = {
  text: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  boolean: (value) => typeof value === "boolean",
  object: (value) => typeof value === "object" && value !== null,
  null: (value) => value === null,
  time: isTime,
}

/** ISO 8601 in UTC, as JSON writes a date. */
export function isTime(value: Json): boolean {
  return (
    typeof value === "string" &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)
  )
}

/** What of an answer is not as it should be, each with where it is; more than asked for is welcome. */
export function misfits(value: Json, shape: Shape, at = "answer"): string[] {
  if (typeof shape === "string") {
    const fits = shape.split("|").some((kind) => {
      const is = KINDS[kind]
      return is ? is(value) : value === kind
    })
    return fits ? [] : [`${at} is ${JSON.stringify(value)}, not ${shape}`]
  }
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return [`${at} is no list`]
    if (!value.length) return [`${at} is empty, which shows nothing`]
    return value.flatMap((one, index) =>
      misfits(one, shape[0], `${at}[${index}]`)
    )
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return [`${at} is no object`]
  return Object.entries(shape).flatMap(([key, inner]) =>
    key in value
      ? misfits(value[key], inner, `${at}.${key}`)
      : [`${at}.${key} is missing`]
  )
}

/** Everything in an answer that is no object or list, with the name it goes by. */
export function leavesOf(
  value: Json,
  name = "",
  at = "answer"
): { name: string; at: string; value: Json }[] {
  if (Array.isArray(value))
    return value.flatMap((one, index) => leavesOf(one, name, `${at}[${index}]`))
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([key, inner]) =>
      leavesOf(inner, key, `${at}.${key}`)
    )
  return [{ name, at, value }]
}
