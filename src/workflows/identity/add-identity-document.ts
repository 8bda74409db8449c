import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { DocumentMimeType } from "../../modules/affiliate/domain/identity"
import { addDocumentStep } from "./steps/add-document"
import { checkDocumentStep } from "./steps/check-document"
import { storeFileStep } from "./steps/store-file"

export interface AddIdentityDocumentWorkflowInput {
  affiliate_id: string
  /** What the affiliate calls it. */
  name: string
  mime_type: DocumentMimeType
  /** Base64. */
  content: string
}

/**
 * Puts a document on file that shows who an affiliate is; a person has to look at it. The bytes are kept by
 * Medusa's File module, privately, under a name that nobody can guess.
 *
 * @throws not_found; invalid_data when the file is not what it is said to be; not_allowed when the identity
 *   is verified already, or as many documents as are kept are there
 */
export const addIdentityDocumentWorkflow = createWorkflow(
  "affiliate-add-identity-document",
  (input: WorkflowData<AddIdentityDocumentWorkflowInput>) => {
    checkDocumentStep(input)
    const file = storeFileStep(
      transform(input, ({ mime_type, content }) => ({ mime_type, content }))
    )
    const document = addDocumentStep(
      transform({ input, file }, ({ input, file }) => ({
        affiliate_id: input.affiliate_id,
        name: input.name,
        mime_type: input.mime_type,
        file_id: file.id,
      }))
    )
    return new WorkflowResponse(document)
  }
)
