import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { Claim } from "./claims"
import {
  CLAIM_FIELDS,
  RawClaim,
  RawReturnChange,
  RETURN_CHANGE_FIELDS,
} from "./fields"

const RECEIVED = ["RECEIVE_RETURN_ITEM", "RECEIVE_DAMAGED_RETURN_ITEM"]

/**
 * Reads the claims of orders with what came back for each. That is summed from
 * the changes that were applied to the order: the return's own lines only know
 * of the last parcel, and are written at another moment than the order.
 */
export const readClaims = async (
  container: MedusaContainer,
  order_ids: string[]
): Promise<Claim[]> => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order_claim",
    fields: CLAIM_FIELDS,
    filters: { order_id: order_ids },
  })
  const claims = data as unknown as RawClaim[]
  const return_ids = claims.flatMap(({ return_id }) => return_id ?? [])
  if (!return_ids.length) {
    return claims.map((claim) => ({ ...claim, received: [] }))
  }
  const { data: found } = await query.graph({
    entity: "order_change",
    fields: RETURN_CHANGE_FIELDS,
    filters: { return_id: return_ids },
  })
  const changes = found as unknown as RawReturnChange[]
  return claims.map((claim) => ({
    ...claim,
    received: changes
      .filter(
        ({ return_id }) => return_id !== null && return_id === claim.return_id
      )
      .flatMap(({ actions }) => actions)
      .filter(({ action, applied }) => applied && RECEIVED.includes(action))
      .map(({ details }) => ({
        item_id: details.reference_id,
        quantity: details.quantity,
      })),
  }))
}
