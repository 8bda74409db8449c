import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { withEntriesInOrder } from "../../utils/commission-parts"
import { adminCommissionPartFields } from "./query-config"

/**
 * A commission with its lines, its ledger entries (oldest first), the verdict
 * it comes from and the payouts it is part of.
 *
 * @param fields of the commission itself
 * @throws not_found
 */
export const retrieveCommission = async (
  container: MedusaContainer,
  id: string,
  fields: string[]
) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const {
    data: [commission],
  } = await query.graph(
    {
      entity: "affiliate_commission",
      fields: [
        ...fields,
        ...adminCommissionPartFields,
        "conversion.order_id",
        "conversion.outcome",
        "conversion.source",
        "conversion.reason",
        "conversion.trace",
        "conversion.terms",
      ],
      filters: { id },
    },
    { throwIfKeyNotFound: true }
  )
  const { data: items } = await query.graph({
    entity: "affiliate_payout_item",
    fields: ["amount", "payout.id", "payout.display_id", "payout.status"],
    filters: { commission_id: id },
    pagination: { order: { created_at: "ASC", id: "ASC" } },
  })
  return {
    ...withEntriesInOrder(commission),
    conversion: commission.conversion ?? null,
    // The amount is this commission's part of the payout.
    payouts: items.map(({ amount, payout }) => ({
      id: payout.id,
      display_id: payout.display_id,
      status: payout.status,
      amount,
    })),
  }
}
