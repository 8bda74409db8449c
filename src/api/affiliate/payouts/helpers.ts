import { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"

import { payoutItemFields, withCommissions } from "../../utils/payout-items"

/**
 * One of the affiliate's own payouts with what it is made of. Orders go by
 * their number: with an order's id anybody can read its buyer's address from
 * the storefront API.
 *
 * @param fields of the payout itself
 * @throws not_found, also for another affiliate's payout
 */
export const retrieveOwnPayout = async (
  container: MedusaContainer,
  id: string,
  affiliate_id: string,
  fields: string[]
) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const {
    data: [payout],
  } = await query.graph({
    entity: "affiliate_payout",
    fields: [...fields, ...payoutItemFields],
    filters: { id, affiliate_id },
  })
  if (!payout) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Payout with id: ${id} was not found`
    )
  }
  return {
    ...payout,
    items: await withCommissions(container, payout.items, [
      "order_display_id",
      "kind",
      "amount",
    ]),
  }
}
