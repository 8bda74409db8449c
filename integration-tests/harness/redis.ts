import { spawn } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { endWithThisProcess } from "./children"
import { eventually } from "./eventually"
import { freePort } from "./free-port"

const program = process.env.AFFILIATE_TEST_REDIS

/**
 * `describe` for tests that need a Redis server. Without one on the machine they are skipped, and `npm test` has said
 * so; in CI it has failed.
 */
export const describeWithRedis = program ? describe : describe.skip

/** A Redis server of a test's own, which keeps nothing. */
export type Redis = { url: string; port: number; stop: () => Promise<void> }

/** Starts a Redis server on a free port. */
export async function startRedis(): Promise<Redis> {
  if (!program) throw new Error("no redis-server: use describeWithRedis")
  const port = await freePort()
  const directory = await mkdtemp(join(tmpdir(), "affiliate-redis-"))
  const settings = [
    "--port",
    `${port}`,
    "--bind",
    "127.0.0.1",
    "--dir",
    directory,
  ]
  const child = spawn(
    program,
    [...settings, "--save", "", "--appendonly", "no"],
    {
      stdio: ["ignore", "pipe", "inherit"],
    }
  )
  endWithThisProcess(child)
  let log = ""
  child.stdout.on("data", (chunk: Buffer) => (log += chunk.toString()))
  const ended = new Promise<void>((resolve) =>
    child.once("close", () => resolve())
  )
  await eventually(() => {
    if (child.exitCode !== null)
      throw new Error(`redis-server did not start: ${log}`)
    if (!log.includes("Ready to accept connections"))
      throw new Error("redis-server is starting")
  })
  return {
    url: `redis://localhost:${port}`,
    port,
    stop: async () => {
      child.kill("SIGKILL")
      await ended
      await rm(directory, { recursive: true, force: true })
    },
  }
}
