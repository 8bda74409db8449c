import { spawnSync } from "node:child_process"
import { join } from "node:path"

/** What a reader of a PDF sees, page by page and line by line; in a process of its own, because pdf.js is no CommonJS. */
export function pdfPages(bytes: Uint8Array): string[][] {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(__dirname, "pdf-text.mjs")],
    { input: bytes, maxBuffer: 64 * 1024 * 1024 }
  )
  if (status !== 0) throw new Error(`the PDF cannot be read: ${stderr}`)
  return JSON.parse(String(stdout))
}
