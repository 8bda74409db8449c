import type { Readable } from "node:stream"

/** A sender who goes on for this many times as long as is taken does not wait for an answer any more. */
const PATIENCE = 4

/**
 * A body as it came, byte by byte, whatever it says it is: signatures are made
 * over that. For routes without a body parser.
 *
 * @returns `null` when it is larger than `bytes_max`
 */
export const readRawBody = async (
  stream: Readable,
  bytes_max: number
): Promise<Buffer | null> => {
  const chunks: Buffer[] = []
  let bytes = 0
  // Left as it is, because destroyed it would take the answer with it.
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    bytes += (chunk as Buffer).length
    if (bytes > PATIENCE * bytes_max) {
      break
    }
    // What is too much is read on and dropped: an answer to somebody who is still sending gets lost.
    if (bytes > bytes_max) {
      chunks.length = 0
    } else {
      chunks.push(chunk as Buffer)
    }
  }
  return bytes > bytes_max ? null : Buffer.concat(chunks)
}
