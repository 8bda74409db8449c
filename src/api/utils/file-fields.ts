import { z } from "@medusajs/framework/zod"

import { says } from "./says"

const MEGABYTE = 1024 * 1024

const isBase64 = (text: string): boolean =>
  Buffer.from(text, "base64").toString("base64") === text

/** A file in base64. */
export const base64File = (megabytes_max: number) => {
  /** Base64 writes three bytes in four characters. */
  const length_max = Math.ceil((megabytes_max * MEGABYTE) / 3) * 4
  return (
    z
      .string()
      .min(1)
      // Not `max()`: Medusa words its refusal in characters of base64.
      .refine(
        (content) => content.length <= length_max,
        says(`must be a file of at most ${megabytes_max} MB`)
      )
      .refine(isBase64, says("must be base64"))
  )
}
