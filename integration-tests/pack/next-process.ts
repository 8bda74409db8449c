import { spawn } from "node:child_process"
import { join } from "node:path"
import { endWithThisProcess } from "../harness/children"
import { eventually } from "../harness/eventually"
import { outsideEnvironment } from "./command"

const START_MS_MAX = 60_000

/** Starts a built Next.js storefront, and waits until it answers; answers how to stop it. */
export async function startNext(
  directory: string,
  port: number
): Promise<() => Promise<void>> {
  const next = join(directory, "node_modules/next/dist/bin/next")
  const child = spawn(process.execPath, [next, "start", "--port", `${port}`], {
    cwd: directory,
    env: { ...outsideEnvironment(), NEXT_TELEMETRY_DISABLED: "1" },
    stdio: "ignore",
  })
  endWithThisProcess(child)
  const end = new Promise((resolve) => child.once("close", resolve))
  await eventually(
    async () => {
      const { ok } = await fetch(`http://localhost:${port}`)
      expect(ok).toBe(true)
    },
    { timeoutMs: START_MS_MAX }
  )
  return async () => {
    child.kill("SIGTERM")
    await end
  }
}
