import {
  cancelClaim,
  cancelExchange,
  cancelReturn,
  claimRefund,
  claimReplacement,
  editOrder,
  exchange,
  ok,
  readOrder,
  requestReturn,
} from "../../harness"
import { NONE } from "../../support/fraction"
import { Incoming, Line, Order, Replacement } from "../model/order"
import { Judged } from "../model/verdict"
import { Good, withoutTax, World } from "../world"
import { Action } from "./action"

const canBeSentBack = ({ quantity, requested, back }: Line): number =>
  quantity - requested - back

/** Orders with goods at the shopper's, or on their way, that nothing is waited for. */
const quiet = ({ model }: World): Judged[] =>
  model.judged.filter(
    ({ order }) =>
      !order.canceled &&
      !order.incoming &&
      order.lines.some((line) => canBeSentBack(line) > 0)
  )

/** Some units of some line to be sent back. Goods are sent out before, so the whole order counts as sent. */
function chooseBack(
  { random }: World,
  order: Order,
  may: (line: Line) => boolean
) {
  const lines = order.lines.filter(
    (line) => canBeSentBack(line) > 0 && may(line)
  )
  if (lines.length === 0) return null
  const line = random.pick(lines)
  return { line, quantity: random.between(1, canBeSentBack(line)) }
}

const sendAll = ({ lines }: Order): void => {
  for (const line of lines) line.fulfilled = line.quantity
}

/** Finds the lines that the shop has added to an order and notes them. */
async function noteAdded(
  { store }: World,
  order: Order,
  added: { good: Good; quantity: number }[],
  replaces: Replacement | null
): Promise<Line[]> {
  const stored = await readOrder(store.shop, order.id)
  const known = new Set(order.lines.map(({ id }) => id))
  const lines = added.map(({ good, quantity }) => {
    const line = stored.items.find(
      ({ id, product_title }) =>
        !known.has(id) && product_title === good.ware.title
    )
    if (!line) throw new Error(`${order.name} has no new ${good.ware.title}`)
    const price = good.price[order.money.code as keyof Good["price"]]
    return {
      id: line.id,
      title: good.ware.title,
      unit: withoutTax(price, order.money),
      quantity,
      discount: NONE,
      fulfilled: 0,
      requested: 0,
      back: 0,
      replaces,
    }
  })
  order.lines.push(...lines)
  return lines
}

const chooseGood = ({
  random,
  goods,
}: World): { good: Good; quantity: number } => ({
  good: random.pick(goods),
  quantity: random.between(1, 2),
})

const toItem = ({ good, quantity }: { good: Good; quantity: number }) => ({
  ware: good.ware,
  quantity,
})

const sendBack: Action = {
  name: "return",
  weight: 9,
  asks: "order",
  plan: (world) => {
    const orders = quiet(world)
    if (orders.length === 0) return null
    const judged = world.random.pick(orders)
    const { order } = judged
    const { line, quantity } = chooseBack(world, order, () => true)!
    return {
      words: `${quantity} ${line.title} of ${order.name} are to come back`,
      run: async () => {
        const parts = [{ lineId: line.id, quantity }]
        const returnId = await requestReturn(world.store.shop, order.id, parts)
        sendAll(order)
        line.requested += quantity
        order.incoming = {
          kind: "return",
          begun: false,
          returnId,
          id: returnId,
          line,
          quantity,
          added: [],
          replacement: null,
        }
        order.agreed()
        world.model.changed(judged)
      },
    }
  },
}

const swap: Action = {
  name: "exchange",
  weight: 5,
  asks: "order",
  plan: (world) => {
    const orders = quiet(world)
    if (orders.length === 0) return null
    const judged = world.random.pick(orders)
    const { order } = judged
    const { line, quantity } = chooseBack(world, order, () => true)!
    const out = chooseGood(world)
    return {
      words: `${quantity} ${line.title} of ${order.name} are exchanged for ${out.quantity} ${out.good.ware.title}`,
      run: async () => {
        const { exchangeId, returnId } = await exchange(
          world.store.shop,
          order.id,
          {
            back: [{ lineId: line.id, quantity }],
            out: [toItem(out)],
          }
        )
        sendAll(order)
        line.requested += quantity
        const added = await noteAdded(world, order, [out], null)
        order.incoming = {
          kind: "exchange",
          begun: false,
          returnId,
          id: exchangeId,
          line,
          quantity,
          added,
          replacement: null,
        }
        order.agreed()
        world.model.changed(judged)
      },
    }
  },
}

const claim: Action = {
  name: "claim",
  weight: 6,
  asks: "order",
  plan: (world) => {
    const orders = quiet(world).filter(({ order }) =>
      order.lines.some((line) => !line.replaces && canBeSentBack(line) > 0)
    )
    if (orders.length === 0) return null
    const judged = world.random.pick(orders)
    const { order } = judged
    const { line, quantity } = chooseBack(
      world,
      order,
      ({ replaces }) => !replaces
    )!
    const good = world.goods.find(({ ware }) => ware.title === line.title)!
    const out = world.random.chance(0.6) ? { good, quantity } : null
    return {
      words: `${quantity} ${line.title} of ${order.name} are damaged, to be ${out ? "replaced" : "paid back"}`,
      run: async () => {
        const { shop } = world.store
        const damaged = [{ lineId: line.id, quantity }]
        const { claimId, returnId } = out
          ? await claimReplacement(shop, order.id, {
              damaged,
              out: [toItem(out)],
            })
          : await claimRefund(shop, order.id, damaged)
        sendAll(order)
        line.requested += quantity
        const replacement = out && { damaged: line, received: 0 }
        const added = out
          ? await noteAdded(world, order, [out], replacement)
          : []
        order.incoming = {
          kind: "claim",
          begun: false,
          returnId,
          id: claimId,
          line,
          quantity,
          added,
          replacement,
        }
        order.agreed()
        world.model.changed(judged)
      },
    }
  },
}

const waiting = ({ model }: World): { judged: Judged; incoming: Incoming }[] =>
  model.judged.flatMap((judged) =>
    judged.order.incoming ? [{ judged, incoming: judged.order.incoming }] : []
  )

/** Goods arrive, some of them perhaps damaged, perhaps not all at once. */
const receive: Action = {
  name: "receive",
  weight: 13,
  asks: "order",
  plan: (world) => {
    const all = waiting(world)
    if (all.length === 0) return null
    const { random } = world
    const { judged, incoming } = random.pick(all)
    const { order } = judged
    const units = random.chance(0.8)
      ? incoming.quantity
      : random.between(1, incoming.quantity)
    const unsound = random.chance(0.2) ? random.between(0, units) : 0
    return {
      words: `${units} ${incoming.line.title} of ${order.name} arrive, ${unsound} of them unfit for sale`,
      run: async () => {
        const { admin } = world.store
        const path = `/admin/returns/${incoming.returnId}`
        const items = (quantity: number) => ({
          items: [{ id: incoming.line.id, quantity }],
        })
        ok(await admin.post(`${path}/receive`))
        if (units > unsound)
          ok(await admin.post(`${path}/receive-items`, items(units - unsound)))
        if (unsound > 0)
          ok(await admin.post(`${path}/dismiss-items`, items(unsound)))
        ok(await admin.post(`${path}/receive/confirm`))
        incoming.line.requested -= units
        incoming.line.back += units
        if (incoming.replacement) incoming.replacement.received += units
        incoming.quantity -= units
        incoming.begun = true
        if (incoming.quantity === 0) order.incoming = null
        order.agreed()
        world.model.changed(judged)
      },
    }
  },
}

const callOff: Action = {
  name: "call off",
  weight: 3,
  asks: "order",
  plan: (world) => {
    const all = waiting(world).filter(({ incoming }) => !incoming.begun)
    if (all.length === 0) return null
    const { judged, incoming } = world.random.pick(all)
    const { order } = judged
    return {
      words: `the ${incoming.kind} of ${incoming.quantity} ${incoming.line.title} of ${order.name} is called off`,
      run: async () => {
        const { shop } = world.store
        if (incoming.kind === "return") await cancelReturn(shop, incoming.id)
        if (incoming.kind === "exchange")
          await cancelExchange(shop, incoming.id)
        if (incoming.kind === "claim") await cancelClaim(shop, incoming.id)
        incoming.line.requested -= incoming.quantity
        for (const line of incoming.added)
          order.lines.splice(order.lines.indexOf(line), 1)
        order.incoming = null
        world.model.changed(judged)
      },
    }
  },
}

const edit: Action = {
  name: "edit",
  weight: 10,
  asks: "order",
  plan: (world) => {
    const { random, model } = world
    const orders = model.judged.filter(({ order }) => !order.canceled)
    if (orders.length === 0) return null
    const judged = random.pick(orders)
    const { order } = judged
    const editable = order.lines.filter(({ replaces }) => !replaces)
    const line =
      editable.length > 0 && random.chance(0.7) ? random.pick(editable) : null
    const least = line ? line.fulfilled : 0
    const quantity = line
      ? random.between(least, Math.max(least, line.quantity) + 2)
      : 0
    const added = !line || random.chance(0.2) ? [chooseGood(world)] : []
    if (line && quantity === line.quantity) return null
    // An order keeps at least one line.
    if (
      line &&
      quantity === 0 &&
      order.lines.length === 1 &&
      added.length === 0
    )
      return null
    return {
      words: [
        `the merchant edits ${order.name}:`,
        line ? `${quantity} instead of ${line.quantity} ${line.title}` : "",
        ...added.map((one) => `${one.quantity} ${one.good.ware.title} more`),
      ].join(" "),
      run: async () => {
        await editOrder(world.store.shop, order.id, {
          set: line ? [{ lineId: line.id, quantity }] : [],
          add: added.map(toItem),
        })
        if (line) line.quantity = quantity
        if (line && quantity === 0)
          order.lines.splice(order.lines.indexOf(line), 1)
        await noteAdded(world, order, added, null)
        order.agreed()
        world.model.changed(judged)
      },
    }
  },
}

export const goods: Action[] = [sendBack, swap, claim, receive, callOff, edit]
