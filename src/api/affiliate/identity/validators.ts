import { z } from "@medusajs/framework/zod"

import {
  DOCUMENT_KINDS,
  DocumentMimeType,
} from "../../../modules/affiliate/domain/identity"
import { base64File } from "../../utils/file-fields"
import { lineText } from "../../utils/text-fields"

const NAME_LENGTH_MAX = 200
const DOCUMENT_MEGABYTES_MAX = 5
/** What the body parser takes: the largest document with all around it. */
export const BODY_SIZE_MAX = "8mb"

export const AddIdentityDocument = z.strictObject({
  name: lineText(NAME_LENGTH_MAX),
  mime_type: z.enum(
    Object.keys(DOCUMENT_KINDS) as [DocumentMimeType, ...DocumentMimeType[]]
  ),
  content: base64File(DOCUMENT_MEGABYTES_MAX),
})
export type AddIdentityDocumentType = z.infer<typeof AddIdentityDocument>
