import {
  cancelClaim,
  cancelExchange,
  cancelReturn,
  claimRefund,
  claimReplacement,
  exchange,
  ok,
  requestReturn,
} from "../../harness"
import { Incoming } from "../model/order"
import { Judged } from "../model/verdict"
import { World } from "../world/world"
import { Action } from "./action"
import {
  canBeSentBack,
  chooseBack,
  chooseGood,
  noteAdded,
  quiet,
  sendAll,
  toItem,
} from "./lines"

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

export const sendingBack: Action[] = [sendBack, swap, claim, receive, callOff]
