import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { loadTypeScript } from "./demo/typescript.mjs"
import { ensureDependencies } from "./lib/dependencies.mjs"
import { main } from "./lib/main.mjs"
import { root } from "./lib/paths.mjs"
import { say } from "./lib/say.mjs"

/** `npm run openapi`: writes `openapi.json`, the HTTP surface, from the routes and what they check and answer. */
await main("openapi", async () => {
  await ensureDependencies()
  const { openApiDocument } = loadTypeScript("scripts/openapi/document.ts")
  const document = openApiDocument()
  writeFileSync(
    join(root, "openapi.json"),
    `${JSON.stringify(document, null, 1)}\n`
  )
  say(
    "openapi",
    `${Object.keys(document.paths).length} addresses in openapi.json`
  )
  return 0
})
