/** A JSON Schema as OpenAPI 3.1 takes it. */
export type Schema = {
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
  description?: string
  $ref?: string
  [keyword: string]: unknown
}

/** Whether anything at all fits: nothing is known. */
export const isOpen = (schema: Schema | undefined): boolean =>
  schema === undefined || Object.keys(schema).length === 0

export const orNull = (schema: Schema): Schema => {
  if (isOpen(schema)) return schema
  if (typeof schema.type === "string" && !schema.enum)
    return { ...schema, type: [schema.type, "null"] }
  return { anyOf: [schema, { type: "null" }] }
}

export const text: Schema = { type: "string" }
export const number: Schema = { type: "number" }
export const boolean: Schema = { type: "boolean" }
export const time: Schema = { type: "string", format: "date-time" }
