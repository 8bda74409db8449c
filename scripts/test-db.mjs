import { ensureDependencies } from "./lib/dependencies.mjs"
import { main, onEnd } from "./lib/main.mjs"
import { say } from "./lib/say.mjs"
import { acquireTestDatabase } from "./lib/test-database.mjs"

/** `npm run test:db`: keeps the tests' Postgres running until Ctrl-C, so that each `npm test -- <file>` starts at once. */
await main("test:db", async () => {
  await ensureDependencies()
  const database = await acquireTestDatabase()
  onEnd(database.release)
  say(
    "test:db",
    `ready at ${database.env.AFFILIATE_TEST_SERVER} — Ctrl-C stops it`
  )
  await new Promise((resolve) => {
    setInterval(() => {}, 60_000)
    process.once("beforeExit", resolve)
  })
})
