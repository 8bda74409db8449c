import { join } from "node:path"
import { z } from "@medusajs/framework/zod"
import ts from "typescript"
import { routeFiles } from "../../integration-tests/support/doors"
import { otherBodies, otherPaths } from "./other-addresses"
import { filterByName, filters, isFilter } from "./filters"
import { jsonSchema } from "./json-schema"
import { AnswerReader, type Answer } from "./read-answers"
import { entitySchema } from "./read-models"
import { validationOf, type Validation } from "./record-validation"
import { isOpen, text, type Schema } from "./schema"

const ROOT = join(__dirname, "../..")
const API = join(ROOT, "src/api")
const METHODS = ["GET", "POST", "DELETE"] as const

type Method = (typeof METHODS)[number]
type Route = { file: string; path: string; methods: Method[] }

/** Beside the one thing that a list answers. */
const PAGING = ["count", "offset", "limit"]

const ERROR: Schema = {
  type: "object",
  required: ["type", "message"],
  properties: {
    type: {
      type: "string",
      description:
        "What kind of refusal it is, such as `invalid_data`, `not_allowed` or `not_found`.",
    },
    message: {
      type: "string",
      description: "Why, in words; of bad input the field and the rule.",
    },
  },
}

const STATUSES: Record<number, string> = {
  200: "OK",
  201: "Created",
  202: "Accepted",
}

const routes: Route[] = routeFiles.map(({ path, exports }) => ({
  file: join(API, path, "route.ts"),
  path: path.replace(/\[(\w+)\]/g, ":$1"),
  methods: METHODS.filter((method) => exports.includes(method)),
}))

/** The side that somebody comes in by: who may is its first word. */
const SIDES: Record<string, { tag: string; security: object[] }> = {
  admin: {
    tag: "Admin",
    security: [{ bearer: [] }, { api_key: [] }, { session: [] }],
  },
  affiliate: { tag: "Affiliate", security: [{ bearer: [] }, { session: [] }] },
  store: { tag: "Store", security: [{ publishable_key: [] }] },
  hooks: { tag: "Webhooks", security: [] },
}

/** These are a customer's, who is logged in. */
const isCustomers = (path: string): boolean =>
  path.startsWith("/store/customers/me/")

const securityOf = (path: string): object[] => {
  if (isCustomers(path))
    return [
      { publishable_key: [], bearer: [] },
      { publishable_key: [], session: [] },
    ]
  return SIDES[path.split("/")[1]].security
}

const parametersOf = (path: string, query?: z.ZodType): object[] => {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: text,
  }))
  if (!query) return inPath
  const { properties = {}, required = [] } = jsonSchema(query)
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    ...(required.includes(name) ? { required: true } : {}),
    // Operators are written as `created_at[$gte]=…`.
    ...(isFilter(schema) ? { style: "deepObject", explode: true } : {}),
    schema: filterByName(schema),
  }))
  return [...inPath, ...inQuery]
}

/** What the types leave open, the data model says: a query answers whatever its fields are. */
const filledIn = (schema: Schema, validation: Validation): Schema => {
  const { entity, fields, isList } = validation
  const { properties } = schema
  if (!entity || !properties) return schema
  const key = Object.keys(properties).find(
    (name) => !PAGING.includes(name) && isUnknown(properties[name])
  )
  if (!key) return schema
  const one = entitySchema(entity, fields)
  return {
    ...schema,
    properties: {
      ...properties,
      [key]: isList ? { type: "array", items: one } : one,
    },
  }
}

const isUnknown = (schema: Schema): boolean =>
  isOpen(schema) || (schema.type === "array" && isOpen(schema.items))

const responsesOf = (answers: Answer[], validation: Validation) => {
  const said: Record<
    number,
    { description: string; content?: Record<string, object> }
  > = {}
  for (const { status, media, schema } of answers) {
    said[status] ??= { description: STATUSES[status], content: {} }
    said[status].content![media] ??= { schema: filledIn(schema, validation) }
  }
  if (!answers.length) said[200] = { description: STATUSES[200] }
  return { ...said, default: { $ref: "#/components/responses/Error" } }
}

const operationOf = (
  reader: AnswerReader,
  { file, path }: Route,
  method: Method
) => {
  const validation = validationOf(method, path)
  const words = reader.documentationOf(file, method)
  const [summary] = words.split(/(?<=[.:;]) /)
  const body = validation.body ?? otherBodies[`${method} ${path}`]
  return {
    tags: [SIDES[path.split("/")[1]].tag],
    summary: summary.replace(/[.:;]$/, ""),
    ...(words === summary ? {} : { description: words }),
    operationId: operationId(method, path),
    security: securityOf(path),
    parameters: parametersOf(path, validation.query),
    ...(body
      ? {
          requestBody: {
            content: { "application/json": { schema: jsonSchema(body) } },
          },
        }
      : {}),
    responses: responsesOf(reader.answersOf(file, method), validation),
  }
}

const operationId = (method: Method, path: string): string =>
  [method.toLowerCase(), ...path.split("/").filter(Boolean)]
    .map((word) => word.replace(/^:/, "by_").replace(/\W/g, "_"))
    .join("_")

const openApiPath = (path: string): string => path.replace(/:(\w+)/g, "{$1}")

/** The HTTP surface as OpenAPI 3.1, read from the routes, what they check and the types of what they answer. */
export function openApiDocument() {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile).config,
    ts.sys,
    ROOT
  )
  const reader = new AnswerReader(
    ts.createProgram(
      routes.map(({ file }) => file),
      { ...options, noEmit: true }
    )
  )
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes)
    for (const method of route.methods) {
      const at = (paths[openApiPath(route.path)] ??= {})
      at[method.toLowerCase()] = operationOf(reader, route, method)
    }
  return {
    openapi: "3.1.0",
    info: {
      title: "medusa-plugin-affiliate",
      version: require(join(ROOT, "package.json")).version,
      description:
        "Amounts are numbers in major units beside a `currency_code`; times are ISO 8601 in UTC. Lists take `limit`, `offset`, `order`, `fields`, `q` and filters.",
    },
    paths: {
      ...paths,
      ...otherPaths(paths["/store/affiliate/clicks"].post),
    },
    components: {
      responses: {
        Error: {
          description: "Refused",
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/Error" },
            },
          },
        },
      },
      schemas: { Error: ERROR, ...filters },
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" },
        session: { type: "apiKey", in: "cookie", name: "connect.sid" },
        api_key: {
          type: "http",
          scheme: "basic",
          description: "A secret API key as the user name, without a password.",
        },
        publishable_key: {
          type: "apiKey",
          in: "header",
          name: "x-publishable-api-key",
        },
      },
    },
  }
}
