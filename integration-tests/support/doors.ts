import { readdirSync, readFileSync } from "node:fs"

const API = `${__dirname}/../../src/api`
const METHODS = ["GET", "POST", "DELETE"] as const

/** A route of the plugin; its path as its folders say, like `/admin/affiliates/[id]`. */
export type Door = { method: (typeof METHODS)[number]; path: string }

/** Every route file: its path, and the methods that it exports. */
export const routeFiles: { path: string; exports: string[] }[] = readdirSync(
  API,
  { recursive: true, encoding: "utf8" }
)
  .filter((file) => file.endsWith("/route.ts"))
  .sort()
  .map((file) => ({
    path: `/${file.replace(/\/route\.ts$/, "")}`,
    exports: [
      ...readFileSync(`${API}/${file}`, "utf8").matchAll(
        /export (?:const|async function|function) (\w+)/g
      ),
    ].map(([, name]) => name),
  }))

/**
 * Every route of the plugin, by its file: who adds one has it tried by all that goes through them. Hooks are no doors for
 * people: a service comes in with its own words, under its own signature.
 */
export const doors: Door[] = routeFiles
  .filter(({ path }) => !path.startsWith("/hooks/"))
  .flatMap(({ path, exports }) =>
    METHODS.filter((method) => exports.includes(method)).map((method) => ({
      method,
      path,
    }))
  )

export const isOf =
  (side: "admin" | "affiliate" | "store") =>
  ({ path }: Door): boolean =>
    path.startsWith(`/${side}/`)

/** For `test.each`: each by its name. */
export const named = <One extends Door>(list: One[]) =>
  list.map((door) => [`${door.method} ${door.path}`, door] as const)
