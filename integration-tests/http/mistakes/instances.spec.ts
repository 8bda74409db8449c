import {
  buy,
  capture,
  createApi,
  eventually,
  ok,
  openShop,
  refund,
  useStore,
  type Api,
  type Shop,
  type StoreProcess,
} from "../../harness"
import { holdUpVerdicts } from "../../support/lost-events"
import { placeOrderA } from "../../support/order-a"
import { addAffiliate, addProgram, balanceOf } from "../../support/programs"
import {
  countsOf,
  ONE_OF_EACH,
  startServer,
  WITHOUT_SCHEDULE,
} from "../../support/servers"
import { remember } from "../../support/touches"
import { expectHealthy, untilReconciled } from "../../support/verdicts"
import affiliateCheckMilestones from "../../../src/jobs/affiliate-check-milestones"
import affiliateReleaseCommissions from "../../../src/jobs/affiliate-release-commissions"
import affiliateSweepOrders from "../../../src/jobs/affiliate-sweep-orders"

/** What goes wrong with several servers on one database. */
const store = useStore({ env: WITHOUT_SCHEDULE })

const adminOf = ({ baseUrl }: StoreProcess): Api =>
  createApi(baseUrl, { ...store.admin.headers })

const shopOf = (server: StoreProcess): Shop =>
  openShop(adminOf(server), store.shop)

const servers: StoreProcess[] = []
let admins: Api[] = []
beforeAll(async () => {
  servers.push(...(await Promise.all([startServer(store), startServer(store)])))
  admins = [store.admin, ...servers.map(adminOf)]
})
afterAll(() => Promise.all(servers.map((server) => server.stop())))

/** Asks each server so many times, all at once. */
const everywhere = (times: number, ask: (admin: Api) => Promise<unknown>) =>
  Promise.all(Array.from({ length: times }, () => admins.map(ask)).flat())

test("servers that reconcile one order at once post it once", async () => {
  const { shop } = store
  const affiliate = await addAffiliate(store, {
    program_id: await addProgram(store),
  })
  const { letGo } = await holdUpVerdicts(store)
  const { id } = await buy(shop, {
    items: [{ ware: shop.shirt }],
    beforePayment: remember({ code: affiliate.code }),
  })
  const answers = everywhere(10, (admin) =>
    admin.post(`/admin/affiliate-orders/${id}/reconcile`)
  )
  await letGo()
  for (const answer of await answers) {
    expect(answer).toMatchObject({ status: 200 })
  }
  expect(await countsOf(store, id)).toEqual(ONE_OF_EACH)
  expect(await balanceOf(store, affiliate.id)).toMatchObject({ pending: 20 })
})

test("servers that refund, capture and reconcile at once come to what the order owes", async () => {
  const order = await placeOrderA(store, { captured: false })
  const [first, second] = servers.map(shopOf)
  await capture(first!, order.id)
  await Promise.all([
    refund(second!, order.id, 33),
    everywhere(5, (admin) =>
      admin.post(`/admin/affiliate-orders/${order.id}/reconcile`)
    ),
  ])
  await eventually(async () => {
    const { commission_total, commissions } = await untilReconciled(
      store,
      order.id
    )
    expect(commission_total).toBe(33.89)
    expect(commissions).toHaveLength(1)
  })
})

test("servers that all run every job at once release, sweep and tell of each thing once", async () => {
  const { shop, container, database } = store
  const affiliate = await addAffiliate(store, {
    program_id: await addProgram(store, {
      hold_days: 0,
      milestones: [{ currency_code: "usd", amount: 20 }],
    }),
  })
  const { letGo } = await holdUpVerdicts(store)
  const { id } = await buy(shop, {
    items: [{ ware: shop.shirt }],
    provider: "pp_auto_capture_default",
    beforePayment: remember({ code: affiliate.code }),
  })
  const jobs = [
    affiliateSweepOrders,
    affiliateReleaseCommissions,
    affiliateCheckMilestones,
  ]
  const runs = Promise.all([
    ...Array.from({ length: 3 }, () =>
      jobs.map((job) => job(container))
    ).flat(),
    everywhere(4, (admin) =>
      admin.post(`/admin/affiliate-orders/${id}/reconcile`)
    ),
    everywhere(4, (admin) =>
      admin.post("/admin/affiliate-commissions/release")
    ),
  ])
  await letGo()
  await runs
  await everywhere(2, async (admin) => {
    ok(await admin.post("/admin/affiliate-commissions/release"))
  })
  await affiliateCheckMilestones(container)

  await eventually(async () => {
    expect(await balanceOf(store, affiliate.id)).toEqual({
      pending: 0,
      available: 20,
      requested: 0,
      paid: 0,
    })
  })
  expect(await countsOf(store, id)).toEqual({ ...ONE_OF_EACH, entries: 3 })
  const milestones = await database.sql(
    "SELECT announced_at IS NOT NULL AS told FROM affiliate_milestone WHERE affiliate_id = $1",
    [affiliate.id]
  )
  expect(milestones).toEqual([{ told: true }])
})

test("the books agree after all of it", () => expectHealthy(store))
