import {
  eventually,
  ok,
  recordEvents,
  refund,
  useStore,
  type EventRecord,
} from "../harness"
import {
  addAffiliate,
  addProgram,
  publishAgreement,
  register,
  release,
} from "../harness/affiliates"
import {
  makePayee,
  giveMoney,
  WITH_ENCRYPTION,
  WITHOUT_COOL_OFF,
} from "../support/affiliates"
import { sell } from "../support/paying"
import { readVerdict, untilReconciled } from "../support/verdicts"

/** What other code hears of: each event by its name, with ids, so that it can look. */
const store = useStore({
  env: { ...WITH_ENCRYPTION, ...WITHOUT_COOL_OFF, PAYOUT_SANDBOX: "true" },
})

let heard: EventRecord
beforeAll(() => {
  heard = recordEvents(store.container)
})

const payloads = (name: string, id: string) =>
  heard.events
    .filter((event) => event.name === name)
    .map(({ data }) => data as { id: string })
    .filter((data) => data.id === id)

/** Waits for an event about something, which is told once and with these ids. */
const hears = async (
  name: string,
  payload: { id: string } & Record<string, string | null>
) => {
  await eventually(() =>
    expect(payloads(name, payload.id).length).toBeGreaterThan(0)
  )
  expect(payloads(name, payload.id)).toEqual([payload])
}

test("of who applies, and of what is decided", async () => {
  const { admin } = store
  const [ada, bob] = [await register(store), await register(store)]
  for (const { id } of [ada, bob]) await hears("affiliate.applied", { id })
  const path = `/admin/affiliates/${ada.id}`
  ok(await admin.post(`${path}/approve`))
  await hears("affiliate.approved", { id: ada.id })
  ok(await admin.post(`${path}/suspend`, { reason: "Spam" }))
  await hears("affiliate.suspended", { id: ada.id, reason: "Spam" })
  ok(await admin.post(`/admin/affiliates/${bob.id}/reject`))
  await hears("affiliate.rejected", { id: bob.id, reason: null })
})

test("of commissions from the order to the refund, and of milestones", async () => {
  const { admin, shop } = store
  const program_id = await addProgram(store, {
    hold_days: 0,
    milestones: [{ currency_code: "usd", amount: 1 }],
  })
  const ada = await addAffiliate(store, { program_id })
  const order_id = await sell(store, ada.code)
  const [{ id }] = (await readVerdict(store, order_id)).commissions
  const payload = { id, affiliate_id: ada.id, order_id }
  await hears("affiliate.commission_created", payload)
  await release(store)
  await hears("affiliate.commission_released", payload)
  expect(payloads("affiliate.commission_clawed_back", id)).toEqual([])
  await refund(shop, order_id, 20)
  await untilReconciled(store, order_id)
  await hears("affiliate.commission_clawed_back", payload)
  const milestone = await eventually(async () => {
    const { affiliate } = ok(await admin.get(`/admin/affiliates/${ada.id}`))
    expect(affiliate.milestones).toHaveLength(1)
    return affiliate.milestones[0]
  })
  await hears("affiliate.milestone_reached", {
    id: milestone.id,
    affiliate_id: ada.id,
    program_id,
  })
})

test("of payouts that are requested, paid, failed and cancelled", async () => {
  const { admin } = store
  const ada = await makePayee(store, [100])
  const request = async () => {
    const { payout } = ok(
      await ada.api.post("/affiliate/payouts", {
        currency_code: "usd",
        amount: 10,
      })
    )
    const payload = { id: payout.id, affiliate_id: ada.id }
    await hears("affiliate.payout_requested", payload)
    return { payload, path: `/admin/affiliate-payouts/${payout.id}` }
  }
  const paid = await request()
  ok(await admin.post(`${paid.path}/mark-paid`))
  await hears("affiliate.payout_paid", paid.payload)
  const canceled = await request()
  ok(await admin.post(`${canceled.path}/cancel`))
  await hears("affiliate.payout_canceled", canceled.payload)
  ok(
    await ada.api.post("/affiliate/payout-method", {
      provider: "sandbox",
      details: { account: "closed" },
    })
  )
  const failed = await request()
  ok(await admin.post(`${failed.path}/process`))
  await hears("affiliate.payout_failed", failed.payload)
})

test("of what is booked by hand, and of new terms", async () => {
  const program_id = await addProgram(store)
  const ada = await addAffiliate(store, { program_id })
  const booked = await giveMoney(store, ada.id, 10)
  await hears("affiliate.commission_created", {
    id: booked,
    affiliate_id: ada.id,
    order_id: null,
  })
  const { id } = await publishAgreement(store, program_id)
  await hears("affiliate.agreement_published", { id, program_id })
})
