import { readdirSync } from "node:fs"
import { join } from "node:path"
import { boolean, number, orNull, text, time, type Schema } from "./schema"

const MODELS = join(__dirname, "../../src/modules/affiliate/models")

type Parsed = {
  dataType?: { name: string; options?: { choices?: string[] } }
  nullable: boolean
  /** Of what kind a relation is. */
  type?: string
  /** Where a relation leads. */
  entity?: unknown
}
type Property = { parse(name: string): Parsed }
type Model = { parse(): { schema: Record<string, Property> } }

const KINDS: Record<string, Schema> = {
  id: text,
  text,
  dateTime: time,
  boolean,
  number,
  float: number,
  bigNumber: number,
  serial: number,
  autoincrement: number,
  json: {},
  array: { type: "array" },
}

/** The data model of the plugin, by the names that queries call its entities. */
const models: Map<string, Model> = new Map(
  readdirSync(MODELS)
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => {
      const model: Model | undefined = require(join(MODELS, file)).default
      return model?.parse ? [[file.replace(/\.ts$/, ""), model] as const] : []
    })
    .map(([file, model]) => [file.replaceAll("-", "_"), model])
)

const targetOf = ({ entity }: Parsed): Model | undefined =>
  (typeof entity === "function" ? entity() : entity) as Model | undefined

/** Fields by their first word, like `affiliate.name` below `affiliate`. */
const branches = (fields: string[]): Map<string, string[]> => {
  const by = new Map<string, string[]>()
  for (const field of fields) {
    const [first, ...rest] = field.replace(/^[+*-]/, "").split(".")
    by.set(first, [
      ...(by.get(first) ?? []),
      ...(rest.length ? [rest.join(".")] : []),
    ])
  }
  return by
}

const schemaOf = (model: Model, fields: string[]): Schema => {
  const { schema } = model.parse()
  const properties: Record<string, Schema> = {}
  for (const [name, below] of branches(fields)) {
    const property = schema[name] as Property | undefined
    const foreign = schema[name.replace(/_id$/, "")] as Property | undefined
    if (property) properties[name] = propertySchema(property, name, below)
    else if (foreign && name.endsWith("_id"))
      properties[name] = foreign.parse(name).nullable ? orNull(text) : text
  }
  return { type: "object", properties }
}

const propertySchema = (
  property: Property,
  name: string,
  below: string[]
): Schema => {
  const parsed = property.parse(name)
  const { dataType, nullable, type } = parsed
  if (dataType) {
    const choices = dataType.options?.choices
    const schema: Schema =
      dataType.name === "enum"
        ? { type: "string", enum: choices }
        : (KINDS[dataType.name] ?? {})
    return nullable ? orNull(schema) : schema
  }
  const target = targetOf(parsed)
  const one = target && below.length ? schemaOf(target, below) : {}
  if (/many/i.test(type ?? "")) return { type: "array", items: one }
  return nullable ? orNull(one) : one
}

/** What a query answers for one entity of the plugin; `{}` for Medusa's own. */
export const entitySchema = (entity: string, fields: string[]): Schema => {
  const model = models.get(entity)
  return model ? schemaOf(model, fields) : {}
}
