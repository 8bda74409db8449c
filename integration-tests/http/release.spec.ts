import {
  buy,
  cancelOrder,
  capture,
  eventually,
  ok,
  recordEvents,
  useStore,
} from "../harness"
import { placeOrderA } from "../support/order-a"
import { unique } from "../support/people"
import { release, sell } from "../support/paying"
import { addAffiliate, addProgram, balanceOf } from "../support/programs"
import { WITHOUT_SCHEDULE } from "../support/servers"
import { remember } from "../support/touches"
import { expectHealthy, untilReconciled } from "../support/verdicts"
import affiliateSweepOrders from "../../src/jobs/affiliate-sweep-orders"

/** When a commission becomes available, and when it does not. */
const store = useStore({ env: WITHOUT_SCHEDULE })

const commissionOf = async (orderId: string) =>
  (await untilReconciled(store, orderId)).commissions[0]

/** Lets the hold of an order's commissions end, as time does. */
const passHold = async (orderId: string): Promise<void> => {
  await store.database.sql(
    "UPDATE affiliate_commission SET available_at = now() WHERE order_id = $1",
    [orderId]
  )
}

const program = { hold_days: 0 }

test("it waits until the hold is over, by the day the order was placed and the program's days", async () => {
  const order = await placeOrderA(store, { program: { hold_days: 14 } })
  const before = await commissionOf(order.id)
  const [{ placed }] = await store.database.sql<{ placed: Date }>(
    'SELECT created_at AS placed FROM "order" WHERE id = $1',
    [order.id]
  )
  const days = new Date(before.available_at).getTime() - placed.getTime()
  expect(days / 86_400_000).toBeCloseTo(14, 6)

  await release(store)
  expect(await commissionOf(order.id)).toMatchObject({
    status: "pending",
    released_at: null,
  })

  await passHold(order.id)
  await release(store)
  const { status, released_at, entries } = await commissionOf(order.id)
  expect(status).toBe("available")
  expect(released_at).not.toBeNull()
  expect(
    entries.map(({ account, amount, type }) => [account, amount, type])
  ).toEqual(
    expect.arrayContaining([
      ["pending", -39.6, "release"],
      ["available", 39.6, "release"],
    ])
  )
  expect(await balanceOf(store, order.affiliate.id)).toEqual({
    pending: 0,
    available: 39.6,
    requested: 0,
    paid: 0,
  })
})

test("it waits until the order is paid, and for all of it", async () => {
  const { shop } = store
  const order = await placeOrderA(store, { program, captured: false })
  await release(store)
  expect(await commissionOf(order.id)).toMatchObject({
    status: "pending",
    payable: false,
  })

  await capture(shop, order.id, 200)
  await release(store)
  expect(await commissionOf(order.id)).toMatchObject({
    status: "pending",
    payable: false,
  })

  await capture(shop, order.id, 28.8)
  expect(await commissionOf(order.id)).toMatchObject({ payable: true })
  await release(store)
  expect((await commissionOf(order.id)).status).toBe("available")
})

test("nothing of a cancelled order is ever released", async () => {
  const order = await placeOrderA(store, { program })
  await cancelOrder(store.shop, order.id)
  expect(await commissionOf(order.id)).toMatchObject({ payable: false })
  await release(store)
  expect((await commissionOf(order.id)).status).toBe("clawed_back")
  expect(await balanceOf(store, order.affiliate.id)).toMatchObject({
    available: 0,
  })
})

test("nothing is released of an order that changed since, before the plugin has heard of it", async () => {
  const { database, container } = store
  const orders = [
    await placeOrderA(store, { program }),
    await placeOrderA(store, { program }),
  ] as const
  const [canceled, refunded] = orders
  // Told to nobody, as when the process dies in between.
  await database.sql(
    `UPDATE "order" SET status = 'canceled', canceled_at = now(), updated_at = now() WHERE id = $1`,
    [canceled.id]
  )
  await database.sql(
    `INSERT INTO order_transaction
            (id, order_id, version, amount, raw_amount, currency_code, reference)
     VALUES ($1, $2, 1, -228.8, '{"value": "-228.8"}', 'usd', 'refund')`,
    [unique("ordtrx_"), refunded.id]
  )
  await release(store)
  await affiliateSweepOrders(container)
  await release(store)

  for (const { id } of orders) {
    const { entries, payable } = await commissionOf(id)
    expect(payable).toBe(false)
    expect(entries.map(({ type }) => type)).not.toContain("release")
  }
  expect(await balanceOf(store, canceled.affiliate.id)).toMatchObject({
    pending: 0,
    available: 0,
  })
})

test("what a person holds stays pending until a person lets it go", async () => {
  const { admin } = store
  const order = await placeOrderA(store, { program })
  const { id } = await commissionOf(order.id)
  const path = `/admin/affiliate-commissions/${id}`
  ok(await admin.post(`${path}/hold`, { reason: "looks odd" }))
  await release(store)
  expect(await commissionOf(order.id)).toMatchObject({
    status: "pending",
    held: true,
    hold_source: "person",
  })

  ok(await admin.post(`${path}/unhold`))
  await release(store)
  expect((await commissionOf(order.id)).status).toBe("available")
})

test("what risk holds never releases by itself, however long it waits", async () => {
  const { admin, shop } = store
  const affiliate = await addAffiliate(store, {
    program_id: await addProgram(store, { ...program, self_referral: "flag" }),
  })
  const { id } = await buy(shop, {
    items: [{ ware: shop.shirt }],
    email: affiliate.email,
    provider: "pp_auto_capture_default",
    beforePayment: remember({ code: affiliate.code }),
  })
  const held = await commissionOf(id)
  expect(held).toMatchObject({ held: true, hold_source: "risk", payable: true })

  await store.database.sql(
    `UPDATE affiliate_commission SET available_at = now() - interval '10 years'
      WHERE order_id = $1`,
    [id]
  )
  await release(store)
  ok(await admin.post(`/admin/affiliate-orders/${id}/reconcile`))
  await release(store)
  expect(await commissionOf(id)).toMatchObject({
    status: "pending",
    held: true,
  })

  ok(await admin.post(`/admin/affiliate-commissions/${held.id}/unhold`))
  await release(store)
  expect((await commissionOf(id)).status).toBe("available")
})

test("each commission is released once, and told of once, however many do it at once", async () => {
  const { admin } = store
  const heard = recordEvents(store.container)
  const program_id = await addProgram(store, program)
  const affiliate = await addAffiliate(store, { program_id })
  const orders: string[] = []
  for (let order = 0; order < 3; order++) {
    orders.push(await sell(store, affiliate.code))
  }
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      admin.post("/admin/affiliate-commissions/release")
    )
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
  // A release skips what another has in hand at that moment.
  await eventually(async () => {
    expect(await balanceOf(store, affiliate.id)).toMatchObject({
      pending: 0,
      available: 60,
    })
  })

  const commissions = await Promise.all(orders.map(commissionOf))
  for (const { entries } of commissions) expect(entries).toHaveLength(3)
  await eventually(() => {
    const told = heard.events
      .filter(({ name }) => name === "affiliate.commission_released")
      .map(({ data }) => (data as { id: string }).id)
    expect(told.sort()).toEqual(commissions.map(({ id }) => id).sort())
  })
})

test("the levels above are released like the first", async () => {
  const program_id = await addProgram(store, {
    ...program,
    levels: [{ level: 2, percent: 5, basis: "order" }],
  })
  const parent = await addAffiliate(store, { name: "Parent", program_id })
  const order = await placeOrderA(store, {
    affiliate: { program_id, parent_id: parent.id },
  })
  await release(store)
  await untilReconciled(store, order.id)
  expect(await balanceOf(store, parent.id)).toMatchObject({ available: 9.9 })
})

test("the books agree after all of it", () => expectHealthy(store))
