import { cancelOrder, ok, readOrder } from "../../harness"
import { Fraction, NONE } from "../../support/fraction"
import { Order } from "../model/order"
import { World } from "../world/world"
import { Action } from "./action"

/** An amount that the currency has, at least one coin of it. */
function coins(order: Order, amount: Fraction): Fraction {
  return amount.floored(order.money.digits).max(order.coin())
}

function chooseRefund(
  { random }: World,
  order: Order,
  left: Fraction
): Fraction {
  const owed = order.owedBack()
  const percent = Fraction.of(random.between(1, 100)).dividedBy(
    Fraction.of(100)
  )
  if (!owed.isZero() && random.chance(0.6)) return coins(order, owed.min(left))
  if (random.chance(0.1)) return coins(order, left)
  return coins(order, left.times(percent).times(percent))
}

/** Money is given back: what is owed first, the rest is goodwill. */
const refund: Action = {
  name: "refund",
  weight: 10,
  asks: "order",
  plan: (world) => {
    const paid = world.model.judged.filter(
      ({ order }) =>
        !order.canceled &&
        order.payments.some(({ left }) => left.compare(coins(order, NONE)) >= 0)
    )
    if (paid.length === 0) return null
    const judged = world.random.pick(paid)
    const { order } = judged
    const payment = world.random.pick(
      order.payments.filter(({ left }) => left.compare(coins(order, NONE)) >= 0)
    )
    const amount = chooseRefund(world, order, payment.left)
    return {
      words: `the merchant gives back ${amount} of ${order.name}`,
      run: async () => {
        const owed = order.owedBack()
        ok(
          await world.store.admin.post(`/admin/payments/${payment.id}/refund`, {
            amount: amount.toNumber(),
          })
        )
        order.goodwill = order.goodwill.plus(amount.minus(amount.min(owed)))
        order.paid = order.paid.minus(amount)
        payment.left = payment.left.minus(amount)
        world.model.changed(judged)
      },
    }
  },
}

/** What was added later is paid for, outside the shop. */
const payTheRest: Action = {
  name: "pay the rest",
  weight: 6,
  asks: "order",
  plan: (world) => {
    const owing = world.model.judged.filter(
      ({ order }) =>
        !order.canceled &&
        !order.authorized &&
        order.pending().compare(Fraction.of(1)) > 0
    )
    if (owing.length === 0) return null
    const judged = world.random.pick(owing)
    const { order } = judged
    return {
      words: `the rest of ${order.name} is paid`,
      run: async () => {
        const { admin, shop } = world.store
        const stored = await readOrder(shop, order.id)
        const open = stored.payment_collections.find(
          ({ status }) => status === "not_paid"
        )
        const { id } =
          open ??
          ok(
            await admin.post("/admin/payment-collections", {
              order_id: order.id,
              amount: order.pending().toNumber(),
            })
          ).payment_collection
        const { payment_collection } = ok(
          await admin.post(`/admin/payment-collections/${id}/mark-as-paid`, {
            order_id: order.id,
          })
        )
        // Medusa leaves the amount of an open payment as it was when an exchange is called off: what was paid was paid.
        const amount = Fraction.of(
          payment_collection.raw_amount?.value ?? payment_collection.amount
        )
        order.paid = order.paid.plus(amount)
        order.payments.push({
          id: payment_collection.payments[0].id,
          left: amount,
        })
        world.model.changed(judged)
      },
    }
  },
}

const cancel: Action = {
  name: "cancel",
  weight: 5,
  asks: "order",
  plan: (world) => {
    const unsent = world.model.judged.filter(
      ({ order }) =>
        !order.canceled && order.lines.every(({ fulfilled }) => fulfilled === 0)
    )
    if (unsent.length === 0) return null
    const judged = world.random.pick(unsent)
    const { order } = judged
    return {
      words: `the merchant cancels ${order.name}`,
      run: async () => {
        await cancelOrder(world.store.shop, order.id)
        order.canceled = true
        world.model.changed(judged)
      },
    }
  },
}

export const givingBack: Action[] = [refund, payTheRest, cancel]
