import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { run } from "./lib/child.mjs"
import { ensureDependencies } from "./lib/dependencies.mjs"
import { main, onEnd } from "./lib/main.mjs"
import { root } from "./lib/paths.mjs"
import { acquireTestDatabase } from "./lib/test-database.mjs"

/**
 * `npm run bench -- <claim>`: measures one claim of bench/ beside its baseline, on the tests' Postgres (or that of
 * `DATABASE_URL`) and prints both. Without a name it lists the claims.
 */
await main("bench", async () => {
  const [name, ...args] = process.argv.slice(2)
  const file = join(root, "bench", `${name}.ts`)
  if (!name || !existsSync(file)) {
    const claims = readdirSync(join(root, "bench"))
      .filter((entry) => entry.endsWith(".ts"))
      .map((entry) => entry.replace(/\.ts$/, ""))
    throw new Error(`say which claim: npm run bench -- ${claims.join(" | ")}`)
  }
  await ensureDependencies()
  const database = await acquireTestDatabase()
  onEnd(database.release)
  const { code } = await run(
    process.execPath,
    ["--require", "ts-node/register", file, ...args],
    {
      env: {
        ...database.env,
        LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
        MEDUSA_DISABLE_TELEMETRY: "true",
        TS_NODE_TRANSPILE_ONLY: "true",
      },
    }
  )
  return code
})
