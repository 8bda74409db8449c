import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { AFFILIATE_MODULE } from "../../../../../modules/affiliate"
import AffiliateModuleService from "../../../../../modules/affiliate/service"
import { decideIdentityWorkflow } from "../../../../../workflows/identity"
import { identityAnswer } from "../../../../affiliate/identity/helpers"
import { retrieveAffiliate } from "../../helpers"
import { downloadUrlOf } from "./helpers"
import { AdminDecideIdentityType } from "./validators"

/** How an affiliate's identity stands, with an address to fetch each document from for a short time. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const standing = await service.identityOf(req.params.id)
  const answer = identityAnswer(standing)
  const urls = await Promise.all(
    standing.documents.map(({ file_id }) => downloadUrlOf(req.scope, file_id))
  )
  res.setHeader("Cache-Control", "no-store")
  res.json({
    identity: {
      ...answer,
      documents: answer.documents.map((document, index) => ({
        ...document,
        url: urls[index],
      })),
    },
  })
}

/** Records what was decided about the affiliate's identity. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminDecideIdentityType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await decideIdentityWorkflow(req.scope).run({
    input: { ...req.validatedBody, affiliate_id: id },
  })
  res.json({
    affiliate: await retrieveAffiliate(req.scope, id, req.queryConfig.fields),
  })
}
