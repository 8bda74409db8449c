import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

/** The repository's root. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Everything the scripts leave behind; safe to delete when nothing runs. */
export const scratch = join(root, ".tmp")

/** The command-line program of an installed package. */
export function bin(name) {
  return join(
    root,
    "node_modules",
    ".bin",
    process.platform === "win32" ? `${name}.cmd` : name
  )
}
