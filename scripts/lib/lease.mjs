import {
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { join } from "node:path"

/** A lock older than this was left by a process that was killed, in milliseconds. */
const LOCK_AGE_MS_MAX = 120_000

/** How often a waiting process looks again, in milliseconds. */
const LOCK_POLL_MS = 100

/** Does something while no other process does it. The lock is a directory, since making one is atomic everywhere. */
export async function exclusively(directory, work) {
  const lock = join(directory, "lock")
  mkdirSync(directory, { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch (error) {
      if (error.code !== "EEXIST") throw error
      if (ageMs(lock) > LOCK_AGE_MS_MAX)
        rmSync(lock, { recursive: true, force: true })
      else await new Promise((resolve) => setTimeout(resolve, LOCK_POLL_MS))
    }
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/** Notes that this process uses what the directory stands for. */
export function takeLease(directory) {
  mkdirSync(join(directory, "users"), { recursive: true })
  writeFileSync(join(directory, "users", String(process.pid)), "")
}

/** Forgets this process, and those that died, and tells whether somebody still uses it. */
export function returnLease(directory) {
  const users = join(directory, "users")
  rmSync(join(users, String(process.pid)), { force: true })
  const alive = readdirSync(users).filter((pid) => {
    if (isAlive(Number(pid))) return true
    rmSync(join(users, pid), { force: true })
    return false
  })
  return alive.length > 0
}

/** Whether a process is running. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === "EPERM"
  }
}

function ageMs(path) {
  try {
    return Date.now() - statSync(path).mtimeMs
  } catch {
    return 0
  }
}
