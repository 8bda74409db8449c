import { ensureDependencies } from "./lib/dependencies.mjs"
import { main } from "./lib/main.mjs"
import { say } from "./lib/say.mjs"

/** Installs the dependencies when they are missing or out of date. */
await main("install", async () => {
  await ensureDependencies()
  say("install", "node_modules matches package-lock.json")
})
