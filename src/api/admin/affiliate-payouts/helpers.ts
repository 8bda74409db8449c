import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { payoutItemFields, withCommissions } from "../../utils/payout-items"

/**
 * A payout with what it is made of and its ledger entries, oldest first; and whether backup withholding was due of it,
 * which the plugin tells and does not do.
 *
 * @param fields of the payout itself
 * @throws not_found
 */
export const retrievePayout = async (
  container: MedusaContainer,
  id: string,
  fields: string[]
) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const {
    data: [payout],
  } = await query.graph(
    {
      entity: "affiliate_payout",
      fields: [...fields, ...payoutItemFields],
      filters: { id },
    },
    { throwIfKeyNotFound: true }
  )
  const { data: entries } = await query.graph({
    entity: "affiliate_entry",
    fields: [
      "id",
      "account",
      "amount",
      "type",
      "commission_id",
      "payout_id",
      "source_key",
      "created_at",
    ],
    filters: { payout_id: id },
    pagination: { order: { created_at: "ASC", id: "ASC" } },
  })
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const withholding = await service.withholdingOfPayout(id)
  return {
    ...payout,
    backup_withholding: {
      ...withholding,
      amount: withholding.amount.toNumber(),
    },
    items: await withCommissions(container, payout.items, [
      "order_id",
      "order_display_id",
      "kind",
      "amount",
    ]),
    entries,
  }
}
