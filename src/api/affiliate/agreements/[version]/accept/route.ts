import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { acceptAgreementWorkflow } from "../../../../../workflows/agreements"
import { networkOf } from "../../../../utils/limit-by-address"
import { listAgreements } from "../../helpers"
import { agreementFields } from "../../query-config"

/** As many digits as any version has. */
const VERSION = /^[1-9]\d{0,8}$/

/** Accepts the version in force; a second time changes nothing and answers the same. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const { version } = req.params
  if (!VERSION.test(version)) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no version ${version} of the agreement`
    )
  }
  const affiliate_id = req.auth_context.actor_id
  await acceptAgreementWorkflow(req.scope).run({
    input: {
      affiliate_id,
      version: Number(version),
      address: networkOf(req.ip ?? ""),
    },
  })
  const {
    agreements: [agreement],
  } = await listAgreements(
    req.scope,
    affiliate_id,
    { version: Number(version) },
    { fields: agreementFields, pagination: { take: 1 } }
  )
  res.json({ agreement })
}
