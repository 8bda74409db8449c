import { randomBytes } from "node:crypto"

import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import {
  DOCUMENT_KINDS,
  DocumentMimeType,
} from "../../../modules/affiliate/domain/identity"

export interface StoreFileStepInput {
  mime_type: DocumentMimeType
  /** Base64. */
  content: string
}

/** Some providers serve a private file to whoever knows its name. */
const NAME_BYTES = 24

/** Keeps the bytes in the File module, privately; undone, they are gone. */
export const storeFileStep = createStep(
  "affiliate-store-identity-file",
  async ({ mime_type, content }: StoreFileStepInput, { container }) => {
    const files = container.resolve(Modules.FILE)
    const { id } = await files.createFiles({
      filename: `affiliate-identity-${randomBytes(NAME_BYTES).toString("hex")}.${DOCUMENT_KINDS[mime_type]}`,
      mimeType: mime_type,
      content,
      access: "private",
    })
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (!id) {
      return
    }
    await container.resolve(Modules.FILE).deleteFiles([id])
  }
)
