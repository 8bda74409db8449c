import type { Readable } from "node:stream"

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
  for await (const chunk of stream) {
    bytes += (chunk as Buffer).length
    if (bytes > bytes_max) {
      return null
    }
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}
