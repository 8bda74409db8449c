import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import {
  closePayoutNoticeWorkflow,
  handlePayoutNoticeWorkflow,
} from "../../../../../workflows/payout-notices"
import { retrievePayoutNotice } from "../../helpers"
import { AdminHandlePayoutNoticeType } from "../../validators"

/**
 * Tries a notice again; one that was handled changes nothing, and what goes
 * wrong is in the answer. With a note it is closed by hand instead.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminHandlePayoutNoticeType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  const { note } = req.validatedBody
  await (note
    ? closePayoutNoticeWorkflow(req.scope).run({ input: { id, note } })
    : handlePayoutNoticeWorkflow(req.scope).run({ input: { id } }))
  res.json({
    affiliate_payout_notice: await retrievePayoutNotice(
      req.scope,
      id,
      req.queryConfig.fields
    ),
  })
}
