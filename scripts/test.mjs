import { run } from "./lib/child.mjs"
import { ensureDependencies } from "./lib/dependencies.mjs"
import { findOnMachine } from "./lib/machine.mjs"
import { main, onEnd } from "./lib/main.mjs"
import { bin } from "./lib/paths.mjs"
import { say } from "./lib/say.mjs"
import { acquireTestDatabase } from "./lib/test-database.mjs"

/** Our own flags, and the jest projects that each of them stands for. */
const PROJECTS = {
  "--unit": ["unit"],
  "--admin": ["admin"],
  "--portal": ["portal"],
  "--storefront": ["storefront"],
  "--pack": ["pack"],
}
const DEFAULT_PROJECTS = [
  "unit",
  "store",
  "with-plugins",
  "admin",
  "portal",
  "storefront",
]

/**
 * `npm test [-- jest arguments]`: installs what is missing, starts a Postgres, migrates a template database once and
 * runs the tests. `--unit`: only those that need no store. `--admin`: only the dashboard in a browser. `--portal`: only
 * the affiliate's page in one. `--storefront`: only the storefront kit and its example in one. `--pack`: only the
 * one that installs the package in a new app, which is not among the others. Answers with jest's own exit code.
 */
await main("test", async () => {
  const started = performance.now()
  const flag = process.argv.find((argument) => argument in PROJECTS)
  const args = process.argv.slice(2).filter((argument) => argument !== flag)
  await ensureDependencies()
  const stores =
    flag === "--unit" ? undefined : await prepareStores(flag !== "--pack")
  // Last, because jest takes every word after it for a project.
  const projects = [
    "--selectProjects",
    ...(flag ? PROJECTS[flag] : DEFAULT_PROJECTS),
  ]
  const { code } = await run(bin("jest"), [...args, ...projects], {
    env: {
      ...stores?.env,
      NODE_ENV: "test",
      LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
      MEDUSA_DISABLE_TELEMETRY: "true",
      // With more room for what is young, less time goes into collecting it.
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --max-semi-space-size=64`,
    },
  })
  await stores?.release()
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  say("test", `${code === 0 ? "all passed" : "FAILED"} in ${seconds} s`)
  return code
})

async function prepareStores(needsTemplate) {
  const machine = findOnMachine()
  const database = await acquireTestDatabase({ needsTemplate })
  return {
    env: { ...database.env, ...machine.env },
    release: onEnd(database.release),
  }
}
