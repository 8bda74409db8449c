import { MedusaError } from "@medusajs/framework/utils"
import { createStep } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import {
  DOCUMENT_KINDS,
  DocumentMimeType,
  kindOfDocument,
} from "../../../modules/affiliate/domain/identity"
import type AffiliateModuleService from "../../../modules/affiliate/service"

export interface CheckDocumentStepInput {
  affiliate_id: string
  mime_type: DocumentMimeType
  /** Base64. */
  content: string
}

/** Base64 of more bytes than any kind is told by. */
const HEAD_LENGTH = 64

/**
 * Refuses a document before its bytes are kept.
 *
 * @throws not_found; not_allowed when no document can be added; invalid_data when it is not what it is said to be
 */
export const checkDocumentStep = createStep(
  "affiliate-check-identity-document",
  async (
    { affiliate_id, mime_type, content }: CheckDocumentStepInput,
    { container }
  ) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    await service.checkMayAddDocument(affiliate_id)
    const head = Buffer.from(content.slice(0, HEAD_LENGTH), "base64")
    const kind = kindOfDocument(head)
    if (kind !== mime_type) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        kind
          ? `Field 'mime_type' is ${mime_type}, the file is ${kind}`
          : `Field 'content' is not a file of an allowed kind: ${Object.keys(DOCUMENT_KINDS).join(", ")}`
      )
    }
  }
)
