import { run } from "./lib/child.mjs"
import { ensureDependencies } from "./lib/dependencies.mjs"
import { findOnMachine } from "./lib/machine.mjs"
import { main, onEnd } from "./lib/main.mjs"
import { bin } from "./lib/paths.mjs"
import { say } from "./lib/say.mjs"
import { acquireTestDatabase } from "./lib/test-database.mjs"

/**
 * `npm test [-- jest arguments]`: installs what is missing, starts a Postgres, migrates a template database once and
 * runs the tests. With `--unit` only those that need no store. Answers with jest's own exit code.
 */
await main("test", async () => {
  const started = performance.now()
  const unitOnly = process.argv.includes("--unit")
  const args = process.argv.slice(2).filter((argument) => argument !== "--unit")
  await ensureDependencies()
  const stores = unitOnly ? undefined : await prepareStores()
  const { code } = await run(bin("jest"), unitOnly ? ["--selectProjects", "unit", ...args] : args, {
    env: {
      ...stores?.env,
      NODE_ENV: "test",
      LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
      MEDUSA_DISABLE_TELEMETRY: "true",
      // Medusa loads its own packages with `import()`, which jest only knows with this flag.
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --experimental-vm-modules --no-warnings`,
    },
  })
  await stores?.release()
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  say("test", `${code === 0 ? "all passed" : "FAILED"} in ${seconds} s`)
  return code
})

async function prepareStores() {
  const machine = findOnMachine()
  const database = await acquireTestDatabase()
  return { env: { ...database.env, ...machine.env }, release: onEnd(database.release) }
}
