import {
  cancelClaim,
  cancelExchange,
  cancelReturn,
  claimRefund,
  claimReplacement,
  editOrder,
  exchange,
  fulfill,
  ok,
  payTheRest,
  receiveReturn,
  refund,
  requestReturn,
  returnGoods,
  useStore,
} from "../../harness"
import { placeOrderA, type OrderA } from "../../support/order-a"
import { release } from "../../support/paying"
import { balanceOf } from "../../support/programs"
import { WITHOUT_SCHEDULE } from "../../support/servers"
import {
  expectHealthy,
  figuresOf,
  untilReconciled,
} from "../../support/verdicts"

/** What goes wrong when an order changes after the checkout. */
const store = useStore({ env: WITHOUT_SCHEDULE })

const figures = async ({ id }: OrderA) => {
  const { base, commission, lines } = figuresOf(
    await untilReconciled(store, id)
  )
  return { base, commission, lines }
}

const AS_PLACED = {
  base: 198,
  commission: 39.6,
  lines: { Shirt: 36, Mug: 3.6 },
}

describe("an order edited after the checkout", () => {
  test("earns less for the units taken off", async () => {
    const order = await placeOrderA(store)
    await editOrder(store.shop, order.id, {
      set: [{ lineId: order.shirts, quantity: 1 }],
    })
    // Medusa keeps the 20 off: 100 − 20 and 18.
    expect(await figures(order)).toEqual({
      base: 98,
      commission: 19.6,
      lines: { Shirt: 16, Mug: 3.6 },
    })
  })

  test("earns nothing for a line that was removed, and keeps no line for it", async () => {
    const order = await placeOrderA(store)
    await editOrder(store.shop, order.id, {
      set: [{ lineId: order.mug, quantity: 0 }],
    })
    expect(await figures(order)).toEqual({
      base: 180,
      commission: 36,
      lines: { Shirt: 36 },
    })
  })

  test("earns more for goods that were added", async () => {
    const { shop } = store
    const order = await placeOrderA(store)
    await editOrder(shop, order.id, {
      set: [{ lineId: order.mug, quantity: 2 }],
    })
    expect(await figures(order)).toMatchObject({ base: 218, commission: 43.6 })
  })

  test("takes a new amount to where the commission stands, once it is paid: released money stays released", async () => {
    const order = await placeOrderA(store, { program: { hold_days: 0 } })
    const { shop } = store
    const money = () => balanceOf(store, order.affiliate.id)
    await release(store)
    await editOrder(shop, order.id, {
      set: [{ lineId: order.mug, quantity: 2 }],
    })
    const waiting = await untilReconciled(store, order.id)
    expect(figuresOf(waiting)).toMatchObject({ base: 218, commission: 39.6 })
    expect(waiting.commission_total).toBe(39.6)
    expect(waiting.trace.at(-1)).toMatchObject({
      looked_at: "what was released before the order grew",
      found: "level 1: 39.60 USD",
      followed: "stays at that until the order is fully paid",
    })
    expect(await money()).toMatchObject({ pending: 0, available: 39.6 })
    await expectHealthy(store)

    await payTheRest(shop, order.id)
    const paid = await untilReconciled(store, order.id)
    expect(figuresOf(paid).commission).toBe(43.6)
    expect(paid.trace.at(-1)?.found).toBe("level 1: 43.60 USD")
    expect(await money()).toMatchObject({ pending: 0, available: 43.6 })

    await editOrder(store.shop, order.id, {
      set: [{ lineId: order.mug, quantity: 1 }],
    })
    await untilReconciled(store, order.id)
    expect(await balanceOf(store, order.affiliate.id)).toMatchObject({
      pending: 0,
      available: 39.6,
    })
  })
})

test("goods that are sent out change nothing, and leave the verdict up to date", async () => {
  const order = await placeOrderA(store)
  await fulfill(store.shop, order.id)
  expect(await figures(order)).toEqual(AS_PLACED)
})

describe("a return", () => {
  test("that was only requested changes nothing, nor one that was called off", async () => {
    const { shop } = store
    const order = await placeOrderA(store)
    const returnId = await requestReturn(shop, order.id, [
      { lineId: order.shirts, quantity: 1 },
    ])
    expect(await figures(order)).toEqual(AS_PLACED)

    await cancelReturn(shop, returnId)
    expect(await figures(order)).toEqual(AS_PLACED)
  })

  test("of everything leaves nothing, by the quantity that came back and not by lines", async () => {
    const order = await placeOrderA(store)
    await returnGoods(store.shop, order.id, [
      { lineId: order.shirts, quantity: 2 },
    ])
    expect(await figures(order)).toMatchObject({ base: 18, commission: 3.6 })

    await returnGoods(store.shop, order.id, [
      { lineId: order.mug, quantity: 1 },
    ])
    expect(await figures(order)).toMatchObject({ base: 0, commission: 0 })
  })
})

describe("an exchange", () => {
  const swap = (order: OrderA) =>
    exchange(store.shop, order.id, {
      back: [{ lineId: order.shirts, quantity: 1 }],
      out: [{ ware: store.shop.mug }],
    })

  test("earns the new goods from the moment it is confirmed, and loses the old when they are received", async () => {
    const order = await placeOrderA(store)
    const { returnId } = await swap(order)
    expect(await figures(order)).toMatchObject({ base: 218, commission: 43.6 })

    await receiveReturn(store.shop, returnId)
    expect(await figures(order)).toMatchObject({ base: 128, commission: 25.6 })
  })

  test("that was called off leaves the sale as it was", async () => {
    const order = await placeOrderA(store)
    const { exchangeId } = await swap(order)
    await untilReconciled(store, order.id)
    await cancelExchange(store.shop, exchangeId)
    expect(await figures(order)).toMatchObject({ base: 198, commission: 39.6 })
  })
})

describe("a claim", () => {
  test("paid back in money is a refund: the damaged Shirt earns nothing once it is back", async () => {
    const { shop } = store
    const order = await placeOrderA(store)
    const { returnId } = await claimRefund(shop, order.id, [
      { lineId: order.shirts, quantity: 1 },
    ])
    await receiveReturn(shop, returnId)
    await refund(shop, order.id, 99)
    expect(await figures(order)).toMatchObject({ base: 108, commission: 21.6 })
  })

  test("for two Shirts that come back in two parcels, one of them in pieces, replaces both", async () => {
    const { shop, admin } = store
    const order = await placeOrderA(store)
    const { returnId } = await claimReplacement(shop, order.id, {
      damaged: [{ lineId: order.shirts, quantity: 2 }],
      out: [{ ware: shop.shirt, quantity: 2 }],
    })
    const path = `/admin/returns/${returnId}`
    for (const parcel of ["receive-items", "dismiss-items"]) {
      ok(await admin.post(`${path}/receive`))
      ok(
        await admin.post(`${path}/${parcel}`, {
          items: [{ id: order.shirts, quantity: 1 }],
        })
      )
      ok(await admin.post(`${path}/receive/confirm`))
      expect(await figures(order)).toEqual(AS_PLACED)
    }
  })

  test("for one Shirt leaves an ordinary return of the other what it is", async () => {
    const { shop, admin } = store
    const order = await placeOrderA(store)
    const { returnId } = await claimReplacement(shop, order.id, {
      damaged: [{ lineId: order.shirts, quantity: 1 }],
      out: [{ ware: shop.shirt }],
    })
    const path = `/admin/returns/${returnId}`
    ok(await admin.post(`${path}/receive`))
    ok(
      await admin.post(`${path}/dismiss-items`, {
        items: [{ id: order.shirts, quantity: 1 }],
      })
    )
    ok(await admin.post(`${path}/receive/confirm`))
    await returnGoods(shop, order.id, [{ lineId: order.shirts, quantity: 1 }])
    expect(await figures(order)).toMatchObject({ base: 108, commission: 21.6 })
  })

  test("that replaces and was called off leaves the sale as it was", async () => {
    const { shop } = store
    const order = await placeOrderA(store)
    const { claimId } = await claimReplacement(shop, order.id, {
      damaged: [{ lineId: order.shirts, quantity: 1 }],
      out: [{ ware: shop.shirt }],
    })
    await cancelClaim(shop, claimId)
    expect(await figures(order)).toMatchObject({ base: 198, commission: 39.6 })
  })

  test("whose replacement is sent back too undoes the sale of that unit", async () => {
    const { shop, database } = store
    const order = await placeOrderA(store)
    const { returnId, claimId } = await claimReplacement(shop, order.id, {
      damaged: [{ lineId: order.shirts, quantity: 1 }],
      out: [{ ware: shop.shirt }],
    })
    await receiveReturn(shop, returnId)
    const [{ item_id }] = await database.sql<{ item_id: string }>(
      "SELECT item_id FROM order_claim_item WHERE claim_id = $1 AND is_additional_item",
      [claimId]
    )
    await returnGoods(shop, order.id, [{ lineId: item_id, quantity: 1 }])
    expect(await figures(order)).toMatchObject({ base: 108, commission: 21.6 })
  })
})

test("the books agree after all of it", () => expectHealthy(store))
