import { z } from "@medusajs/framework/zod"

/** Which paper of a payout; left out = that of its last payment. */
export const PayoutDocumentParams = z.strictObject({
  document_id: z.string().min(1).max(100).optional(),
})
export type PayoutDocumentParamsType = z.infer<typeof PayoutDocumentParams>
