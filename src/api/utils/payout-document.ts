import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import type AffiliateModuleService from "../../modules/affiliate/service"
import { issuePayoutDocumentWorkflow } from "../../workflows/tax"
import { PayoutDocumentParamsType } from "./payout-document-params"

/**
 * Answers a paper of a payout as a PDF, that of its last payment where none is named; the first who asks has all of them
 * issued.
 *
 * @param affiliate_id only that affiliate's payout
 * @throws not_found; not_allowed for a payout that is not paid
 */
export const answerPayoutDocument = async (
  req: MedusaRequest<unknown, PayoutDocumentParamsType>,
  res: MedusaResponse,
  affiliate_id?: string
): Promise<void> => {
  const payout_id = req.params.id
  await issuePayoutDocumentWorkflow(req.scope).run({
    input: { payout_id, affiliate_id },
  })
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const { number, bytes } = await service.payoutDocumentPdf({
    payout_id,
    document_id: req.validatedQuery.document_id,
  })
  res.setHeader("content-type", "application/pdf")
  res.setHeader(
    "content-disposition",
    `attachment; filename="${number.replaceAll("/", "-")}.pdf"`
  )
  res.setHeader("cache-control", "no-store")
  res.send(bytes)
}
