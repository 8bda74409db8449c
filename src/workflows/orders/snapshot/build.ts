import { BigNumberInput } from "@medusajs/framework/types"
import { BigNumber, getLineItemTotals } from "@medusajs/framework/utils"

import {
  Amount,
  max,
  roundToCurrency,
  sum,
  toAmount,
  ZERO,
} from "../../../modules/affiliate/domain/money"
import {
  OrderSnapshot,
  OrderSnapshotCode,
  OrderSnapshotLine,
} from "../../../modules/affiliate/domain/order-snapshot"
import { OrderFacts } from "../../../modules/affiliate/sql/order-facts"
import { Claim, replacementsOf } from "./claims"
import { RawOrder, RawOrderItem, RawShippingMethod } from "./fields"

/**
 * Decimals that are kept of Medusa's figures. It divides discounts and taxes
 * by units and multiplies them again, which leaves 3.63999999999999999999 where
 * 3.64 is meant; half a cent of commission is decided by such a rest.
 */
const DECIMALS_KEPT = 12

/** Medusa keeps the exact decimals beside the numbers it answers. */
const exact = (
  raw: BigNumberInput | undefined,
  rounded: BigNumberInput
): Amount => roundToCurrency(toAmount(raw ?? rounded), DECIMALS_KEPT)

const netOf = (line: RawOrderItem | RawShippingMethod): Amount =>
  exact(line.raw_subtotal, line.subtotal).minus(
    exact(line.raw_discount_subtotal, line.discount_subtotal)
  )

const grossOf = (line: RawOrderItem | RawShippingMethod): Amount =>
  exact(line.raw_total, line.total)

const unitsBack = ({ detail }: RawOrderItem): Amount =>
  toAmount(detail.return_received_quantity ?? 0).plus(
    toAmount(detail.return_dismissed_quantity ?? 0)
  )

/** The line as if `restored` of the units sent back had been kept. */
const restore = (item: RawOrderItem, restored: Amount): RawOrderItem => {
  const detail = {
    ...item.detail,
    return_received_quantity: new BigNumber(
      max(unitsBack(item).minus(restored), ZERO)
    ),
    return_dismissed_quantity: new BigNumber(0),
  }
  const totals = getLineItemTotals(
    {
      ...item,
      unit_price: new BigNumber(item.raw_unit_price ?? item.unit_price),
      quantity: new BigNumber(item.quantity),
      detail: {
        fulfilled_quantity: new BigNumber(0),
        delivered_quantity: new BigNumber(0),
        shipped_quantity: new BigNumber(0),
        return_requested_quantity: new BigNumber(0),
        written_off_quantity: new BigNumber(0),
        ...detail,
      },
    },
    { includeTax: item.is_tax_inclusive }
  )
  return {
    ...item,
    detail,
    subtotal: totals.subtotal,
    total: totals.total,
    discount_subtotal: totals.discount_subtotal,
    raw_subtotal: undefined,
    raw_total: undefined,
    raw_discount_subtotal: undefined,
  }
}

const itemLine = (item: RawOrderItem): OrderSnapshotLine => ({
  id: item.id,
  title: item.title,
  quantity: toAmount(item.quantity).minus(unitsBack(item)),
  net: netOf(item),
  gross: grossOf(item),
})

const shippingLine = (method: RawShippingMethod): OrderSnapshotLine => ({
  id: method.id,
  title: method.name,
  quantity: toAmount(1),
  net: netOf(method),
  gross: grossOf(method),
})

/** Shipping the shopper bought with the order, not that of a return or a claim. */
const isOutbound = ({ detail }: RawShippingMethod): boolean =>
  !detail?.return_id && !detail?.claim_id && !detail?.exchange_id

/** Medusa answers lines in any sequence; an odd cent goes to the same one every time. */
const byId = (a: OrderSnapshotLine, b: OrderSnapshotLine): number =>
  a.id < b.id ? -1 : 1

const codesOf = (order: RawOrder): OrderSnapshotCode[] => {
  const byCode = new Map<string, OrderSnapshotCode>()
  for (const line of [...order.items, ...order.shipping_methods]) {
    for (const adjustment of line.adjustments ?? []) {
      if (!adjustment.code) {
        continue
      }
      const known = byCode.get(adjustment.code)
      byCode.set(adjustment.code, {
        code: adjustment.code,
        promotion_id: adjustment.promotion_id ?? null,
        discount: (known?.discount ?? ZERO).plus(
          toAmount(adjustment.subtotal ?? adjustment.amount)
        ),
      })
    }
  }
  return [...byCode.values()]
}

/**
 * @param order Medusa's order with its computed totals
 * @param facts read before the order
 * @param digits decimal digits of the order's currency
 */
export const buildSnapshot = (
  order: RawOrder,
  claims: Claim[],
  facts: OrderFacts,
  digits: number
): OrderSnapshot => {
  const { replacement_ids, restored } = replacementsOf(claims, order.items)
  const sold = order.items.filter(({ id }) => !replacement_ids.has(id))
  const items = sold.map((item) => {
    const units = restored.get(item.id)
    return units?.gt(0) ? restore(item, units) : item
  })
  const goods = (lines: RawOrderItem[]): Amount => sum(lines.map(grossOf))
  // What the order comes to when replacements change nothing.
  const replaced = goods(items).minus(goods(order.items))
  const credits = toAmount(facts.credit_total)
  // Medusa leaves credits out of its total that come to a single coin or less.
  const forgotten = credits.minus(toAmount(order.credit_line_total ?? 0))
  const payable = exact(order.raw_total, order.total)
    .plus(replaced)
    .minus(forgotten)
  const placement = toAmount(facts.placement_credit_total)
  const total = payable.plus(placement)

  return {
    order_id: order.id,
    order_display_id: order.display_id,
    currency_code: order.currency_code.toLowerCase(),
    digits,
    placed_at: facts.sold_at,
    customer_id: order.customer_id,
    email: order.email,
    cart_id: order.cart?.id ?? null,
    canceled_at:
      order.status === "canceled"
        ? new Date(order.canceled_at ?? order.updated_at)
        : null,
    items: items.map(itemLine).sort(byId),
    shipping: order.shipping_methods
      .filter(isOutbound)
      .map(shippingLine)
      .sort(byId),
    codes: codesOf(order),
    total,
    total_before_refunds: total.plus(credits).minus(placement),
    paid: toAmount(facts.transaction_total),
    payable,
    stamp: facts.stamp,
  }
}
