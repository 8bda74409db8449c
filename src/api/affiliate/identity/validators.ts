import { z } from "@medusajs/framework/zod"

import {
  DOCUMENT_KINDS,
  DocumentMimeType,
} from "../../../modules/affiliate/domain/identity"
import { says } from "../../utils/says"
import { lineText } from "../../utils/text-fields"

const NAME_LENGTH_MAX = 200
const MEGABYTE = 1024 * 1024
const DOCUMENT_MEGABYTES_MAX = 5
/** Base64 writes three bytes in four characters. */
const CONTENT_LENGTH_MAX =
  Math.ceil((DOCUMENT_MEGABYTES_MAX * MEGABYTE) / 3) * 4
/** What the body parser takes: the largest document with all around it. */
export const BODY_SIZE_MAX = "8mb"

const isBase64 = (text: string): boolean =>
  Buffer.from(text, "base64").toString("base64") === text

export const AddIdentityDocument = z.strictObject({
  name: lineText(NAME_LENGTH_MAX),
  mime_type: z.enum(
    Object.keys(DOCUMENT_KINDS) as [DocumentMimeType, ...DocumentMimeType[]]
  ),
  content: z
    .string()
    .min(1)
    // Not `max()`: Medusa words its refusal in characters of base64.
    .refine(
      (content) => content.length <= CONTENT_LENGTH_MAX,
      says(`must be a file of at most ${DOCUMENT_MEGABYTES_MAX} MB`)
    )
    .refine(isBase64, says("must be base64")),
})
export type AddIdentityDocumentType = z.infer<typeof AddIdentityDocument>
