import { spawn } from "node:child_process"
import { root } from "./paths.mjs"

/** How long a child may take to end itself before it is killed, in milliseconds. */
const SHUTDOWN_MS_MAX = 15_000

/** Children of this process that are still running, and whether each leads a group of its own. */
const running = new Map()

/**
 * Runs a program and waits for it to end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, cwd?: string, prefix?: string, quiet?: boolean,
 *   identity?: { uid: number, gid: number } }} [options]
 *   `prefix` is put before every line of output; `quiet` keeps the output back, and `output` of the answer holds it.
 * @returns {Promise<{ code: number, output: string }>} `code` is 1 when a signal ended the program.
 */
export async function run(command, args, options = {}) {
  const child = start(command, args, options)
  return await child.ended
}

/** Like {@link run}, but throws with the program's output when it fails. */
export async function runOrThrow(command, args, options = {}) {
  const { code, output } = await run(command, args, options)
  if (code !== 0) {
    const told = output ? `\n${output.slice(-8_000)}` : ""
    throw new Error(`${command} ${args.join(" ")} ended with ${code}${told}`)
  }
  return output
}

/**
 * Starts a program and leaves it running.
 *
 * @returns {{ pid: number | undefined, ended: Promise<{ code: number, output: string }>, stop: () => Promise<void> }}
 */
export function start(
  command,
  args,
  { env, cwd = root, prefix, quiet = false, identity } = {}
) {
  const inherit = !quiet && prefix === undefined
  const child = spawn(command, args, {
    ...identity,
    cwd,
    env: { ...process.env, ...env },
    stdio: inherit ? "inherit" : ["ignore", "pipe", "pipe"],
    // A group of its own, to be ended with all it has started; not for one that needs the terminal.
    detached: !inherit,
  })
  running.set(child, !inherit)
  let output = ""
  for (const stream of inherit ? [] : [child.stdout, child.stderr]) {
    stream.setEncoding("utf8")
    let rest = ""
    stream.on("data", (chunk) => {
      output += chunk
      if (quiet) return
      const lines = (rest + chunk).split("\n")
      rest = lines.pop() ?? ""
      for (const line of lines) console.log(`${prefix}${line}`)
    })
    stream.on("end", () => rest && !quiet && console.log(`${prefix}${rest}`))
  }
  const ended = new Promise((resolve, reject) => {
    child.on("error", (error) => {
      running.delete(child)
      reject(error)
    })
    child.on("close", (code) => {
      running.delete(child)
      resolve({ code: code ?? 1, output })
    })
  })
  return {
    pid: child.pid,
    ended,
    output: () => output,
    stop: () => stop(child),
  }
}

/** Ends every child that is still running. */
export async function stopChildren() {
  await Promise.all([...running.keys()].map(stop))
}

function stop(child) {
  if (!running.has(child)) return Promise.resolve()
  return new Promise((resolve) => {
    const last = setTimeout(() => signal(child, "SIGKILL"), SHUTDOWN_MS_MAX)
    child.once("close", () => {
      clearTimeout(last)
      resolve()
    })
    signal(child, "SIGTERM")
  })
}

function signal(child, name) {
  try {
    process.kill(running.get(child) ? -child.pid : child.pid, name)
  } catch (error) {
    if (error.code !== "ESRCH") throw error
  }
}
