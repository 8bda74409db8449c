import {
  buy,
  eventually,
  ok,
  openShop,
  createApi,
  recordEvents,
  refund,
  cancelOrder,
  startStoreProcess,
  useStore,
  type EventRecord,
} from "../harness"
import { uniqueEmail } from "../support/people"
import { sell } from "../support/paying"
import {
  addAffiliate,
  addProgram,
  type AddedAffiliate,
  type ProgramFields,
} from "../support/programs"
import { WITHOUT_SCHEDULE } from "../support/servers"
import { remember } from "../support/touches"
import { expectHealthy, untilReconciled } from "../support/verdicts"
import affiliateCheckMilestones from "../../src/jobs/affiliate-check-milestones"

/** Thresholds of earnings: reached once for ever, told once. */
const store = useStore({ env: { EMAIL: "log", ...WITHOUT_SCHEDULE } })

let heard: EventRecord
beforeAll(() => {
  heard = recordEvents(store.container)
})

/** Each Shirt earns 20. */
const MILESTONES = [
  { currency_code: "usd", amount: 20 },
  { currency_code: "usd", amount: 50 },
  { currency_code: "jpy", amount: 1000 },
]

const addEarner = async (program: ProgramFields = {}) =>
  addAffiliate(store, {
    program_id: await addProgram(store, { milestones: MILESTONES, ...program }),
  })

type Milestone = { id: string; threshold: number; currency_code: string }

const milestonesOf = async ({ id }: AddedAffiliate): Promise<Milestone[]> =>
  ok(await store.admin.get(`/admin/affiliates/${id}`)).affiliate.milestones

const untilReached = (affiliate: AddedAffiliate, thresholds: number[]) =>
  eventually(async () => {
    const reached = await milestonesOf(affiliate)
    expect(
      reached.map(({ threshold }) => threshold).sort((a, b) => a - b)
    ).toEqual(thresholds)
    return reached
  })

const checkNow = () => affiliateCheckMilestones(store.container)

const eventsOf = ({ id }: AddedAffiliate) =>
  heard.events
    .filter(({ name }) => name === "affiliate.milestone_reached")
    .map(({ data }) => data as { id: string; affiliate_id: string })
    .filter(({ affiliate_id }) => affiliate_id === id)

type Email = {
  to: string
  template: string
  resource_id: string
  data: Record<string, unknown>
  status: string
}

const emailsTo = async ({ email }: AddedAffiliate): Promise<Email[]> =>
  store.database.sql<Email>(
    `SELECT "to", template, resource_id, data, status FROM notification
      WHERE "to" = $1 AND channel = 'email' ORDER BY created_at`,
    [email]
  )

test("a milestone is reached by what orders earn, told by one event and one e-mail", async () => {
  const affiliate = await addEarner()
  await sell(store, affiliate.code)
  const [milestone] = await untilReached(affiliate, [20])

  await eventually(async () => {
    expect(eventsOf(affiliate).map(({ id }) => id)).toEqual([milestone?.id])
    expect(await emailsTo(affiliate)).toEqual([
      {
        to: affiliate.email,
        template: "affiliate-milestone-reached",
        resource_id: milestone?.id,
        data: expect.objectContaining({
          name: affiliate.name,
          currency_code: "usd",
          threshold: "20",
        }),
        status: "success",
      },
    ])
  })
})

test("checking again and again, and many at once, tells nobody twice", async () => {
  const affiliate = await addEarner()
  await sell(store, affiliate.code)
  await untilReached(affiliate, [20])
  await Promise.all(Array.from({ length: 10 }, checkNow))
  await checkNow()

  expect(await milestonesOf(affiliate)).toHaveLength(1)
  expect(eventsOf(affiliate)).toHaveLength(1)
  expect(await emailsTo(affiliate)).toHaveLength(1)
})

test("several reached by one order are each told", async () => {
  const affiliate = await addEarner()
  await sell(store, affiliate.code, [{ ware: store.shop.shirt, quantity: 3 }])
  await untilReached(affiliate, [20, 50])
  await eventually(async () => {
    expect(eventsOf(affiliate)).toHaveLength(2)
    expect(await emailsTo(affiliate)).toHaveLength(2)
  })
})

test("trailing commissions count like first ones", async () => {
  const { shop } = store
  const affiliate = await addEarner()
  const email = uniqueEmail()
  const items = [{ ware: shop.shirt }]
  const first = await buy(shop, {
    items,
    email,
    beforePayment: remember({ code: affiliate.code }),
  })
  await untilReconciled(store, first.id)
  await untilReached(affiliate, [20])
  for (let order = 0; order < 2; order++) {
    const { id } = await buy(shop, { items, email })
    const { commissions } = await untilReconciled(store, id)
    expect(commissions[0]).toMatchObject({ kind: "trailing", amount: 20 })
  }
  await untilReached(affiliate, [20, 50])
})

test("what was taken back and earned again reaches nothing twice", async () => {
  const { shop } = store
  const affiliate = await addEarner()
  const order = await sell(store, affiliate.code)
  await untilReached(affiliate, [20])
  await cancelOrder(shop, order)
  await untilReconciled(store, order)
  await checkNow()
  expect(await milestonesOf(affiliate)).toHaveLength(1)

  await sell(store, affiliate.code)
  await checkNow()
  expect(await milestonesOf(affiliate)).toHaveLength(1)
  expect(eventsOf(affiliate)).toHaveLength(1)
  expect(await emailsTo(affiliate)).toHaveLength(1)
})

test("what was taken back does not count: 10 left of 20, 20 and 16 are not 50", async () => {
  const { shop } = store
  const affiliate = await addEarner()
  const order = await sell(store, affiliate.code)
  await sell(store, affiliate.code)
  await refund(shop, order, 60.5)
  await untilReconciled(store, order)
  await sell(store, affiliate.code, [{ ware: shop.mug, quantity: 4 }])
  await checkNow()
  await untilReached(affiliate, [20])
})

test("adjustments by hand are not earnings of orders", async () => {
  const { admin } = store
  const affiliate = await addEarner()
  ok(
    await admin.post("/admin/affiliate-adjustments", {
      affiliate_id: affiliate.id,
      currency_code: "usd",
      amount: 500,
      reason: "welcome",
    })
  )
  await checkNow()
  expect(await milestonesOf(affiliate)).toEqual([])
})

test("a milestone of one currency is not reached by another", async () => {
  const { shop } = store
  const affiliate = await addEarner({
    milestones: [{ currency_code: "jpy", amount: 20 }],
  })
  await sell(store, affiliate.code)
  await checkNow()
  expect(await milestonesOf(affiliate)).toEqual([])

  const { id } = await buy(shop, {
    items: [{ ware: shop.shirt }],
    currency: "jpy",
    beforePayment: remember({ code: affiliate.code }),
  })
  await untilReconciled(store, id)
  const [reached] = await untilReached(affiliate, [20])
  expect(reached?.currency_code).toBe("jpy")
})

test("a store without an e-mail provider is told once, loses nothing, and tells when it has one", async () => {
  const { database, shop, admin } = store
  const affiliate = await addEarner()
  const start = (EMAIL: string) =>
    startStoreProcess({ databaseUrl: database.url, env: { EMAIL } })

  const without = await start("")
  const far = openShop(createApi(without.baseUrl, { ...admin.headers }), shop)
  await buy(far, {
    items: [{ ware: shop.shirt }],
    beforePayment: remember({ code: affiliate.code }),
  })
  await untilReached(affiliate, [20])
  const warnings = () =>
    without.log().split("no notification provider serves the channel").length -
    1
  await eventually(() => expect(warnings()).toBe(1))
  const another = await addEarner()
  await buy(far, {
    items: [{ ware: shop.shirt }],
    beforePayment: remember({ code: another.code }),
  })
  await untilReached(another, [20])
  await without.stop()
  expect(warnings()).toBe(1)
  expect(await emailsTo(affiliate)).toEqual([])

  const withEmail = await start("log")
  await withEmail.stop()
  await checkNow()
  expect(await emailsTo(affiliate)).toHaveLength(1)
  expect(await emailsTo(another)).toHaveLength(1)
})

test("the books agree after all of it", () => expectHealthy(store))
