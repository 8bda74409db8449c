import { spawn } from "node:child_process"
import { endWithThisProcess } from "./children"
import { freePort } from "./free-port"
import { createApi, type Api } from "./shop"

/** How long a server may take to answer after it was started, and to end after it was asked to, in milliseconds. */
const START_MS_MAX = 120_000
const STOP_MS_MAX = 20_000

/** A Medusa server in a process of its own: to be killed, or to be one of several on the same database. */
export type StoreProcess = {
  baseUrl: string
  /** A client without a key or token. */
  api: Api
  pid: number
  /** What it has logged so far. */
  log: () => string
  /** Ends it as a crash does: at once, with nothing finished. */
  kill: () => Promise<void>
  /** Ends it as a deployment does: what is under way may finish. */
  stop: () => Promise<void>
}

/**
 * Starts a server on a database and waits until it answers. `WORKER_MODE: "worker"` gives one without HTTP, which is
 * waited for by its log.
 */
export async function startStoreProcess({
  databaseUrl,
  env = {},
  port,
  directory = process.cwd(),
}: {
  databaseUrl: string
  env?: Record<string, string>
  /** Where it listens. Default: a free port. */
  port?: number
  /** Where the store is. Default: this repository, which is one. */
  directory?: string
}): Promise<StoreProcess> {
  const listensOn = port ?? (await freePort())
  const cli = require.resolve("@medusajs/cli/cli.js", { paths: [directory] })
  const args = [cli, "start", "--port", `${listensOn}`]
  const child = spawn(process.execPath, args, {
    cwd: directory,
    env: {
      ...process.env,
      NODE_ENV: "development",
      NODE_OPTIONS: "",
      LOG_LEVEL: "info",
      DISABLE_ADMIN: "true",
      DATABASE_URL: databaseUrl,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  })
  endWithThisProcess(child)
  let log = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => (log += chunk.toString()))
  }
  let ended = false
  const end = new Promise<void>((resolve) => {
    child.once("close", () => {
      ended = true
      resolve()
    })
  })
  const signal = async (name: NodeJS.Signals) => {
    child.kill(name)
    const late = setTimeout(() => child.kill("SIGKILL"), STOP_MS_MAX)
    await end
    clearTimeout(late)
  }

  const deadline = Date.now() + START_MS_MAX
  while (!log.includes("Server is ready on port")) {
    if (ended || Date.now() > deadline) {
      await signal("SIGKILL")
      throw new Error(`the server did not start:\n${log.slice(-4_000)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const baseUrl = `http://localhost:${listensOn}`
  return {
    baseUrl,
    api: createApi(baseUrl),
    pid: child.pid ?? 0,
    log: () => log,
    kill: () => signal("SIGKILL"),
    stop: () => signal("SIGTERM"),
  }
}
