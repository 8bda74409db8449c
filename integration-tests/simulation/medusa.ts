import { readOrder } from "../harness"
import { Fraction, NONE } from "../support/fraction"
import { Judged } from "./model/verdict"
import { World } from "./world/world"

/** Medusa keeps twenty digits of an amount; of what the shop's orders come to, these are certain. */
const DECIMALS = 9

/**
 * Expects that Medusa says of an order what the model does: a difference here is not the plugin's.
 */
export async function expectMedusaAgrees(
  { store }: World,
  { order }: Judged
): Promise<void> {
  const stored = await readOrder(store.shop, order.id)
  const says = (value: unknown): string =>
    Fraction.of(Number(value)).toDecimal(DECIMALS)
  const medusa = {
    name: order.name,
    canceled: stored.status === "canceled",
    // A cancelled order keeps the total of its goods; what it owes is nobody's business any more.
    ...(order.canceled
      ? {}
      : {
          total: says(stored.total),
          goodwill: says(stored.credit_line_total),
          paid: says(stored.summary.transaction_total),
          lines: stored.items
            .map(({ id, detail, quantity, subtotal, discount_subtotal }) => ({
              id,
              kept:
                quantity -
                detail.return_received_quantity -
                detail.return_dismissed_quantity,
              net: says(subtotal - discount_subtotal),
            }))
            .sort(byId),
        }),
  }
  // When it is read, Medusa takes credits of a single coin for nothing.
  const unseen =
    order.goodwill.compare(order.coin()) <= 0 ? order.goodwill : NONE
  const model = {
    name: order.name,
    canceled: order.canceled,
    ...(order.canceled
      ? {}
      : {
          total: order.medusaTotal().plus(unseen).toDecimal(DECIMALS),
          goodwill: order.goodwill.minus(unseen).toDecimal(DECIMALS),
          paid: order.paid.toDecimal(DECIMALS),
          lines: order.lines
            .map((line) => ({
              id: line.id,
              kept: line.quantity - line.back,
              net: order
                .net(line, line.quantity - line.back)
                .toDecimal(DECIMALS),
            }))
            .sort(byId),
        }),
  }
  expect({ medusa }).toEqual({ medusa: model })
}

const byId = (a: { id: string }, b: { id: string }): number =>
  a.id < b.id ? -1 : 1
