import {
  addWare,
  buy,
  cancelOrder,
  capture,
  createApi,
  draftAndConvert,
  eventually,
  ok,
  openShop,
  refund,
  useStore,
  type Shop,
} from "../harness"
import { affiliateService } from "../support/affiliates"
import { holdUpVerdicts } from "../support/lost-events"
import { placeOrderA } from "../support/order-a"
import { unique } from "../support/people"
import { sell } from "../support/paying"
import { addAffiliate, addProgram, balanceOf } from "../support/programs"
import { startServer, WITHOUT_SCHEDULE } from "../support/servers"
import { remember } from "../support/touches"
import {
  expectHealthy,
  readVerdict,
  untilReconciled,
} from "../support/verdicts"
import affiliateSweepAllOrders from "../../src/jobs/affiliate-sweep-all-orders"
import affiliateSweepOrders from "../../src/jobs/affiliate-sweep-orders"
import { sweepOrdersWorkflow } from "../../src/workflows/orders"

/** What events did not tell, or nobody heard, is found and put right. */
const store = useStore({ env: WITHOUT_SCHEDULE })

/** As the job runs it. */
const sweep = () => affiliateSweepOrders(store.container)

/** Does things on a server that is killed before it has dealt with any of them. */
async function unheard(act: (shop: Shop) => Promise<void>): Promise<void> {
  const { admin, shop } = store
  const server = await startServer(store)
  const { letGo } = await holdUpVerdicts(store)
  try {
    const api = createApi(server.baseUrl, { ...admin.headers })
    await act(openShop(api, shop))
  } finally {
    await server.kill()
    await letGo()
  }
}

test("orders that were placed, captured, refunded and cancelled unheard are all put right by one sweep", async () => {
  const captured = await placeOrderA(store, { captured: false })
  const refunded = await placeOrderA(store)
  const canceled = await placeOrderA(store)
  const { code } = captured.affiliate
  const placed: string[] = []
  await unheard(async (shop) => {
    const { id } = await buy(shop, { items: [{ ware: shop.shirt }], code })
    placed.push(id)
    await capture(shop, captured.id)
    await refund(shop, refunded.id, 33)
    await cancelOrder(shop, canceled.id)
  })
  expect(
    (await store.admin.get(`/admin/affiliate-orders/${placed[0]}`)).status
  ).toBe(404)
  expect(await readVerdict(store, captured.id)).toMatchObject({ paid: false })
  expect((await readVerdict(store, refunded.id)).commission_total).toBe(39.6)

  await sweep()
  expect(await readVerdict(store, placed[0]!)).toMatchObject({
    affiliate_id: captured.affiliate.id,
    commission_total: 18,
  })
  expect(await readVerdict(store, captured.id)).toMatchObject({
    paid: true,
    commissions: [{ payable: true }],
  })
  expect((await readVerdict(store, refunded.id)).commission_total).toBe(33.89)
  expect((await readVerdict(store, canceled.id)).commission_total).toBe(0)
  expect(await balanceOf(store, captured.affiliate.id)).toMatchObject({
    pending: 57.6,
  })
})

test("a sweep with nothing to put right looks at nothing and posts nothing", async () => {
  const order = await placeOrderA(store)
  await affiliateSweepAllOrders(store.container)
  const entries = () =>
    store.database.sql("SELECT count(*) AS n FROM affiliate_entry")
  const before = await entries()
  const { result } = await sweepOrdersWorkflow(store.container).run({
    input: { window_days: null },
  })
  expect(result).toEqual({ swept: 0, failed: [] })
  expect(await entries()).toEqual(before)
  expect((await readVerdict(store, order.id)).commission_total).toBe(39.6)
})

test("many sweeps at once, with events beside them, post everything once", async () => {
  const { shop } = store
  const affiliate = await addAffiliate(store, {
    program_id: await addProgram(store),
  })
  const { letGo } = await holdUpVerdicts(store)
  const orders: string[] = []
  for (let order = 0; order < 3; order++) {
    const { id } = await buy(shop, {
      items: [{ ware: shop.shirt }],
      beforePayment: remember({ code: affiliate.code }),
    })
    orders.push(id)
  }
  const sweeps = Promise.all(Array.from({ length: 4 }, sweep))
  await letGo()
  await sweeps
  for (const id of orders) {
    const { commissions } = await untilReconciled(store, id)
    expect(commissions.map(({ entries }) => entries.length)).toEqual([1])
  }
  expect(await balanceOf(store, affiliate.id)).toMatchObject({ pending: 60 })
})

test("an order that cannot be reconciled is named, and keeps no other waiting", async () => {
  const { database, container } = store
  const affiliate = await addAffiliate(store, {
    program_id: await addProgram(store),
  })
  const [broken, good] = [
    await sell(store, affiliate.code),
    await sell(store, affiliate.code),
  ]
  const change = (sql: string, id: string) =>
    database.sql(
      `UPDATE "order" SET ${sql}, updated_at = now() WHERE id = $1`,
      [id]
    )
  await change("currency_code = 'xxx'", broken)
  await change("status = 'canceled', canceled_at = now()", good)

  const { result } = await sweepOrdersWorkflow(container).run({
    input: { window_days: 3 },
  })
  expect(result.failed).toEqual([broken])
  expect((await readVerdict(store, good)).commission_total).toBe(0)

  await change("currency_code = 'usd'", broken)
  await sweep()
  expect((await readVerdict(store, broken)).commission_total).toBe(20)
})

test("an order that changed long ago unheard is found by the nightly sweep of all", async () => {
  const order = await placeOrderA(store)
  const { database } = store
  const wait = database.sql(
    `UPDATE "order" SET status = 'canceled', canceled_at = now(),
            updated_at = now() - interval '30 days' WHERE id = $1`,
    [order.id]
  )
  await wait
  await database.sql(
    `UPDATE order_transaction SET created_at = now() - interval '30 days' WHERE order_id = $1`,
    [order.id]
  )
  await sweep()
  expect((await readVerdict(store, order.id)).commission_total).toBe(39.6)

  await affiliateSweepAllOrders(store.container)
  expect((await readVerdict(store, order.id)).commission_total).toBe(0)
})

test("orders from before the plugin was installed are left alone", async () => {
  const { shop, database } = store
  const { letGo } = await holdUpVerdicts(store)
  const { id } = await buy(shop, { items: [{ ware: shop.shirt }] })
  await letGo()
  await untilReconciled(store, id)
  await database.sql("DELETE FROM affiliate_conversion WHERE order_id = $1", [
    id,
  ])
  await database.sql(
    `UPDATE "order" SET created_at = (SELECT min(created_at) - interval '1 day'
                                        FROM affiliate_program) WHERE id = $1`,
    [id]
  )
  await affiliateSweepAllOrders(store.container)
  expect((await store.admin.get(`/admin/affiliate-orders/${id}`)).status).toBe(
    404
  )
  await expectHealthy(store)
})

test("a draft is no sale until it is made an order: then the code on it credits", async () => {
  const { shop, admin } = store
  const affiliate = await addAffiliate(store, {
    program_id: await addProgram(store),
    discount_percent: 10,
  })
  const ware = await addWare(shop, { title: unique("Hat "), price: 50 })
  const { id } = await draftAndConvert(shop, {
    items: [{ ware }],
    email: `${unique("phone")}@example.com`,
    code: affiliate.code,
  })
  expect(await untilReconciled(store, id)).toMatchObject({
    affiliate_id: affiliate.id,
    base_total: 45,
    commission_total: 9,
  })

  const { draft_order } = ok(
    await admin.post("/admin/draft-orders", {
      email: "draft@example.com",
      region_id: shop.markets.usd.regionId,
      sales_channel_id: shop.salesChannelId,
      items: [{ variant_id: ware.variantId, quantity: 1 }],
    })
  )
  await sweep()
  const [facts] = await affiliateService(store).listOrderFacts([draft_order.id])
  expect(facts?.reconciled_stamp).toBeNull()
})

test("the books agree after all of it", () =>
  eventually(() => expectHealthy(store)))
