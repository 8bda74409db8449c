import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { payoutItemFields, withCommissions } from "../../utils/payout-items"

/**
 * A payout with what it is made of and its ledger entries, oldest first.
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
  return {
    ...payout,
    items: await withCommissions(container, payout.items, [
      "order_id",
      "order_display_id",
      "kind",
      "amount",
    ]),
    entries,
  }
}
