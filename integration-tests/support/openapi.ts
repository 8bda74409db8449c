import { readFileSync } from "node:fs"
import { join } from "node:path"
import Ajv2020 from "ajv/dist/2020"
import addFormats from "ajv-formats"

type Operation = {
  responses: Record<string, { content?: Record<string, { schema: object }> }>
}

/** The HTTP surface as the package describes it. */
export const openApi: {
  paths: Record<string, Record<string, Operation>>
  components: object
} = JSON.parse(readFileSync(join(__dirname, "../../openapi.json"), "utf8"))

const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }))
ajv.addSchema(openApi, "openapi.json")

/** `/admin/affiliates/[id]` as it stands in the description. */
export const describedPath = (path: string): string =>
  path.replace(/\[(\w+)\]/g, "{$1}")

/** In what an answer in JSON is not as it is described; empty = in nothing. */
export function undescribed(
  { method, path }: { method: string; path: string },
  { status, body }: { status: number; body: unknown }
): string[] {
  const { content } =
    openApi.paths[describedPath(path)]?.[method.toLowerCase()]?.responses[
      status
    ] ?? {}
  if (!content)
    return [`${method} ${path} does not say that it answers ${status}`]
  // A file, where one is described too.
  if (typeof body === "string" && Object.keys(content).length > 1) return []
  const schema = content["application/json"]?.schema
  if (!schema) return []
  const validate = ajv.compile(schema)
  validate(body)
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message}`
  )
}
