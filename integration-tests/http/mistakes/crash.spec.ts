import {
  buy,
  completeCart,
  createApi,
  eventually,
  fillCart,
  openShop,
  refund,
  startPayment,
  useStore,
  type Shop,
  type StoreProcess,
} from "../../harness"
import { holdUpVerdicts } from "../../support/lost-events"
import { addAffiliate, addProgram, balanceOf } from "../../support/programs"
import {
  countsOf,
  ONE_OF_EACH,
  startServer,
  WITHOUT_SCHEDULE,
} from "../../support/servers"
import { remember } from "../../support/touches"
import {
  expectHealthy,
  readVerdict,
  untilReconciled,
} from "../../support/verdicts"
import affiliateSweepOrders from "../../../src/jobs/affiliate-sweep-orders"

/** What goes wrong when servers die. */
const store = useStore({ env: WITHOUT_SCHEDULE })

const shopOf = ({ baseUrl }: StoreProcess): Shop =>
  openShop(createApi(baseUrl, { ...store.admin.headers }), store.shop)

const isJudged = async (orderId: string) =>
  (await store.admin.get(`/admin/affiliate-orders/${orderId}`)).status === 200

test("a cart that is completed again after an answer was lost makes one order, one commission", async () => {
  const { shop } = store
  const { code } = await addAffiliate(store, {
    program_id: await addProgram(store),
  })
  const cartId = await fillCart(shop, { items: [{ ware: shop.shirt }] })
  await remember({ code })(cartId, shop.storefront)
  await startPayment(shop.storefront, cartId)
  const orders = [
    await completeCart(shop.storefront, cartId),
    await completeCart(shop.storefront, cartId),
  ]
  expect(orders[0]?.id).toBe(orders[1]?.id)
  await untilReconciled(store, orders[0]!.id)
  expect(await countsOf(store, orders[0]!.id)).toEqual(ONE_OF_EACH)
})

describe("a server killed between the order and its event", () => {
  test("loses the event and not the commission: the sweep after the restart credits it", async () => {
    const affiliate = await addAffiliate(store, {
      program_id: await addProgram(store),
    })
    const server = await startServer(store)
    const { letGo } = await holdUpVerdicts(
      store,
      "before the verdict is written"
    )
    const { id } = await buy(shopOf(server), {
      items: [{ ware: store.shop.shirt }],
      beforePayment: remember({ code: affiliate.code }),
    })
    await server.kill()
    expect(await isJudged(id)).toBe(false)
    await letGo()

    await affiliateSweepOrders(store.container)
    expect(await readVerdict(store, id)).toMatchObject({
      affiliate_id: affiliate.id,
      commission_total: 20,
    })
    expect(await countsOf(store, id)).toEqual(ONE_OF_EACH)
  })

  test("and then a refund that another server hears of: the order is judged and refunded at once", async () => {
    const { shop } = store
    const affiliate = await addAffiliate(store, {
      program_id: await addProgram(store),
      discount_percent: 10,
    })
    const server = await startServer(store)
    const { letGo } = await holdUpVerdicts(
      store,
      "before the verdict is written"
    )
    const { id } = await buy(shopOf(server), {
      items: [{ ware: shop.shirt, quantity: 2 }, { ware: shop.mug }],
      code: affiliate.code,
      provider: "pp_auto_capture_default",
    })
    await server.kill()
    expect(await isJudged(id)).toBe(false)
    await letGo()

    await refund(shop, id, 33)
    await eventually(async () => expect(await isJudged(id)).toBe(true))
    expect(await untilReconciled(store, id)).toMatchObject({
      affiliate_id: affiliate.id,
      commission_total: 33.89,
    })
  })

  test("in the middle of posting leaves nothing half written", async () => {
    const { database } = store
    const affiliate = await addAffiliate(store, {
      program_id: await addProgram(store),
    })
    const server = await startServer(store)
    // Every posting waits for its balance, after the verdict was written.
    const { letGo } = await holdUpVerdicts(store, "before the money moves")
    const { id } = await buy(shopOf(server), {
      items: [{ ware: store.shop.shirt }],
      beforePayment: remember({ code: affiliate.code }),
    })
    await eventually(async () => {
      const [{ waiting }] = await database.sql<{ waiting: number }>(
        `SELECT count(*)::int AS waiting FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'
            AND query LIKE '%affiliate_balance%'`
      )
      expect(waiting).toBeGreaterThan(0)
    })
    await server.kill()
    await letGo()
    expect(await countsOf(store, id)).toEqual({
      conversions: 0,
      commissions: 0,
      entries: 0,
    })

    await affiliateSweepOrders(store.container)
    expect(await countsOf(store, id)).toEqual(ONE_OF_EACH)
    expect(await balanceOf(store, affiliate.id)).toMatchObject({ pending: 20 })
  })
})

test("the books agree after all of it", () => expectHealthy(store))
