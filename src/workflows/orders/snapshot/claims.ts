import { BigNumberInput } from "@medusajs/framework/types"

import {
  Amount,
  min,
  sum,
  toAmount,
  ZERO,
} from "../../../modules/affiliate/domain/money"
import { RawClaim, RawOrderItem } from "./fields"

/** A claim with the units that came back for it, parcel by parcel. */
export interface Claim extends RawClaim {
  received: { item_id: string; quantity: BigNumberInput }[]
}

/** What replacement claims do to the lines of an order. */
export interface Replacements {
  /** Order lines that only replace damaged goods: neither earned nor lost. */
  replacement_ids: Set<string>
  /** Units that came back damaged and were replaced, by order line. */
  restored: Map<string, Amount>
}

const quantity = (value: BigNumberInput | null | undefined): Amount =>
  value === null || value === undefined ? ZERO : toAmount(value)

const unitsBack = ({ detail }: RawOrderItem): Amount =>
  quantity(detail.return_received_quantity).plus(
    quantity(detail.return_dismissed_quantity)
  )

/**
 * A claim's replacement leaves the sale as it was. Medusa adds the replacement
 * as a line at full price, and nets the damaged unit out when it comes back:
 * the line is left out, the unit is counted as kept. A replacement that is
 * itself sent back ends that: then the sale is undone as with any return.
 */
export const replacementsOf = (
  claims: Claim[],
  items: RawOrderItem[]
): Replacements => {
  const replacement_ids = new Set<string>()
  const restored = new Map<string, Amount>()
  for (const claim of claims) {
    if (claim.type !== "replace" || claim.canceled_at) {
      continue
    }
    const replacements = new Set(
      claim.additional_items.map(({ item_id }) => item_id)
    )
    replacements.forEach((id) => replacement_ids.add(id))
    let sentBack = sum(
      items.filter(({ id }) => replacements.has(id)).map(unitsBack)
    )
    for (const item of claim.received) {
      const received = quantity(item.quantity)
      const undone = min(received, sentBack)
      sentBack = sentBack.minus(undone)
      restored.set(
        item.item_id,
        (restored.get(item.item_id) ?? ZERO).plus(received.minus(undone))
      )
    }
  }
  return { replacement_ids, restored }
}
