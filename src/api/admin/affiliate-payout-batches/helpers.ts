import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { plain } from "../../utils/plain"
import { figuresAnswer } from "./answers"

/**
 * A batch with its totals by provider and how far it is.
 *
 * @param fields of the batch itself
 * @throws not_found
 */
export const retrieveBatch = async (
  container: MedusaContainer,
  id: string,
  fields: string[]
) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const {
    data: [batch],
  } = await query.graph(
    { entity: "affiliate_payout_batch", fields, filters: { id } },
    { throwIfKeyNotFound: true }
  )
  const { currency_code } = await service.retrieveAffiliatePayoutBatch(id, {
    select: ["id", "currency_code"],
  })
  return {
    ...plain(batch),
    ...figuresAnswer(await service.payoutBatchFigures(id), currency_code),
  }
}
