import { stopChildren } from "./child.mjs"
import { complain } from "./say.mjs"

/** What has to be undone before the process ends, last in first out. */
const cleanups = []

/**
 * Registers something to undo when the script ends, however it ends short of being killed.
 *
 * @param {() => Promise<void>} cleanup
 * @returns {() => Promise<void>} does it now; it is done once
 */
export function onEnd(cleanup) {
  let done
  const once = () => (done ??= cleanup())
  cleanups.push(once)
  return once
}

/**
 * Runs a script: its answer is the exit code, an error is told in one line and is exit code 1, and Ctrl-C, SIGTERM or
 * a closed terminal ends the children and undoes what was registered with {@link onEnd} first.
 *
 * @param {string} name who speaks in messages
 * @param {() => Promise<number | void>} body
 */
export async function main(name, body) {
  let ending = false
  async function end(code) {
    if (ending) return
    ending = true
    await stopChildren()
    for (const cleanup of cleanups.reverse()) {
      await cleanup().catch((error) =>
        complain(name, `while ending: ${error.message}`)
      )
    }
    process.exit(code)
  }
  process.on("SIGINT", () => void end(130))
  process.on("SIGTERM", () => void end(143))
  process.on("SIGHUP", () => void end(129))
  try {
    await end((await body()) ?? 0)
  } catch (error) {
    if (ending) return // its children were taken from under it
    complain(name, process.env.DEBUG ? error.stack : error.message)
    await end(1)
  }
}
