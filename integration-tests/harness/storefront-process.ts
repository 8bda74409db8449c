import { spawn } from "node:child_process"
import { join } from "node:path"
import { endWithThisProcess } from "./children"

const START_MS_MAX = 60_000

/** The example storefront in a process of its own; it has to be built. */
export type StorefrontProcess = {
  /** By its name; `http://127.0.0.1` is the same to a person and another site to a browser. */
  baseUrl: string
  log: () => string
  stop: () => Promise<void>
}

/** Starts `examples/storefront` before a store, and waits until it listens. */
export async function startStorefront({
  medusaUrl,
  publishableKey,
  port,
  env = {},
}: {
  medusaUrl: string
  publishableKey: string
  port: number
  env?: Record<string, string>
}): Promise<StorefrontProcess> {
  const directory = join(process.cwd(), "examples/storefront")
  const child = spawn(process.execPath, ["server.mjs"], {
    cwd: directory,
    env: {
      ...process.env,
      NODE_OPTIONS: "",
      MEDUSA_URL: medusaUrl,
      PUBLISHABLE_KEY: publishableKey,
      PORT: `${port}`,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  })
  endWithThisProcess(child)
  let log = ""
  let ended = false
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (log += chunk.toString()))
  const end = new Promise<void>((resolve) =>
    child.once("close", () => {
      ended = true
      resolve()
    })
  )
  const deadline = Date.now() + START_MS_MAX
  while (!log.includes("The storefront is at")) {
    if (ended || Date.now() > deadline) {
      child.kill("SIGKILL")
      throw new Error(`the storefront did not start:\n${log}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    baseUrl: `http://localhost:${port}`,
    log: () => log,
    stop: async () => {
      child.kill("SIGTERM")
      await end
    },
  }
}
