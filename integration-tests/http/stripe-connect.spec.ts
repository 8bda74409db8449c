import { eventually, ok, useStore } from "../harness"
import { startStripePeer, type StripePeer } from "../peers/stripe"
import {
  expectSoundPayouts,
  giveMoney,
  makeAffiliate,
  moneyOf,
  WITH_ENCRYPTION,
  type TestAffiliate,
} from "../support/affiliates"
import { WITHOUT_SCHEDULE } from "../support/servers"
import affiliateLookUpPayouts from "../../src/jobs/affiliate-look-up-payouts"

/** Payouts by Stripe, from the set-up of an account to the money that comes back, over the store's own routes. */

let stripe: StripePeer
beforeAll(async () => {
  stripe = await startStripePeer({ webhook_secret: "whsec_of_the_store" })
  stripe.fund("usd", 1_000_00)
})
afterAll(() => stripe.close())

const store = useStore({
  env: {
    ...WITH_ENCRYPTION,
    ...WITHOUT_SCHEDULE,
    STRIPE_API_KEY: "sk_test_peer",
    STRIPE_WEBHOOK_SECRET: "whsec_of_the_store",
    // Known once Stripe runs, which is before the store boots.
    get STRIPE_API_BASE() {
      return stripe.url
    },
  },
  seed: false,
})

beforeAll(() =>
  stripe.tell(`${store.baseUrl}/hooks/affiliate/payouts/stripe-connect`)
)
afterEach(() => expectSoundPayouts(store))

const method = async ({ api }: TestAffiliate) =>
  ok(await api.get("/affiliate/payout-method")).payout_method

const read = async (id: string) =>
  ok(await store.admin.get(`/admin/affiliate-payouts/${id}`)).payout

const act = (id: string, action: string, body = {}) =>
  store.admin.post(`/admin/affiliate-payouts/${id}/${action}`, body)

/** An affiliate who has set out to Stripe, and their account there. */
async function setOut() {
  const affiliate = await makeAffiliate(store)
  const { url } = ok(
    await affiliate.api.post("/affiliate/payout-method/onboarding", {
      provider: "stripe-connect",
    })
  )
  const account = [...stripe.world.accounts.values()].find(
    ({ metadata }) => metadata?.affiliate_id === affiliate.id
  )
  return { affiliate, url: url as string, account: account!.id }
}

/** A payout of 30 that waits to be sent to an account that is ready. */
async function requested() {
  const { affiliate, url, account } = await setOut()
  await fetch(url, { redirect: "manual" })
  await stripe.deliver(stripe.lastEvent("account.updated"))
  await eventually(async () =>
    expect(await method(affiliate)).toMatchObject({ payouts_enabled: true })
  )
  await giveMoney(store, affiliate.id, 30)
  const { payout } = ok(
    await affiliate.api.post("/affiliate/payouts", { currency_code: "usd" })
  )
  return { affiliate, account, id: payout.id as string }
}

test("set up at Stripe, paid once ready, and back when it is taken back", async () => {
  const { affiliate, url, account } = await setOut()
  await giveMoney(store, affiliate.id, 30)
  expect(await method(affiliate)).toMatchObject({
    provider: "stripe-connect",
    payouts_enabled: false,
    state_note: "The set-up at Stripe is not finished yet",
  })
  expect(JSON.stringify(await method(affiliate))).not.toContain(account)
  expect(
    (await affiliate.api.post("/affiliate/payouts", { currency_code: "usd" }))
      .status
  ).toBe(400)

  // Through Stripe's pages and back; what counts is what Stripe then says.
  const back = await fetch(url, { redirect: "manual" })
  expect(back.headers.get("location")).toContain("/affiliate/portal")
  expect(await stripe.deliver(stripe.lastEvent("account.updated"))).toEqual([
    200,
  ])
  await eventually(async () =>
    expect(await method(affiliate)).toMatchObject({
      payouts_enabled: true,
      state_note: null,
    })
  )

  const { payout } = ok(
    await affiliate.api.post("/affiliate/payouts", { currency_code: "usd" })
  )
  ok(await act(payout.id, "process"))
  const [transfer, ...more] = stripe.transfersOf(`${payout.id}-1`)
  expect(more).toEqual([])
  expect(transfer).toMatchObject({ amount: 3000, destination: account })
  expect(await read(payout.id)).toMatchObject({
    status: "paid",
    reference: transfer.id,
  })

  // What Stripe says of it, twice, changes nothing.
  const created = stripe.lastEvent("transfer.created")
  await stripe.deliver(created)
  await stripe.deliver(created)

  ok(await act(payout.id, "reverse", { reason: "Paid by mistake" }))
  expect(await read(payout.id)).toMatchObject({ status: "failed" })
  expect(stripe.world.purseOf(account).get("usd")).toBe(0)
  await stripe.deliver(stripe.lastEvent("transfer.reversed"))
  await eventually(async () => {
    const { affiliate_payout_notices } = ok(
      await store.admin.get("/admin/affiliate-payout-notices", {
        payout_id: payout.id,
      })
    )
    expect(affiliate_payout_notices).toHaveLength(2)
    for (const { state } of affiliate_payout_notices)
      expect(state).toBe("handled")
  })
  expect(await moneyOf(store, affiliate.id)).toMatchObject({
    available: 30,
    paid: 0,
  })
})

test("an account is set up on Stripe's pages only: nobody names one, least of all another's", async () => {
  const other = await setOut()
  const ada = await makeAffiliate(store)
  const bob = await setOut()
  const body = {
    provider: "stripe-connect",
    details: { account_id: other.account },
  }
  for (const { affiliate } of [{ affiliate: ada }, bob])
    for (const refused of [
      await affiliate.api.post("/affiliate/payout-method", body),
      await store.admin.post(
        `/admin/affiliates/${affiliate.id}/payout-method`,
        body
      ),
    ]) {
      expect(refused).toMatchObject({
        status: 400,
        body: { type: "invalid_data" },
      })
      expect(refused.body.message).toBe(
        "details: are not taken for stripe-connect; the affiliate sets the account up on its own pages, which POST /affiliate/payout-method/onboarding leads to"
      )
    }
  expect(await method(ada)).toBeNull()
  expect(await method(bob.affiliate)).toMatchObject({
    details_masked: { account: `•••• ${bob.account.slice(-4)}` },
  })
})

test("an answer that is lost is looked up at Stripe; nothing is sent twice", async () => {
  const { affiliate, id } = await requested()
  stripe.faults.next(
    "POST /v1/transfers",
    { kind: "drop", when: "after" },
    // The client tries once more by itself.
    2
  )
  await act(id, "process")
  expect((await read(id)).status).toBe("processing")
  // A day later the key is forgotten.
  stripe.advance(24 * 60 * 60)
  await store.database.sql(
    `UPDATE affiliate_payout SET look_up_after = now() WHERE id = $1`,
    [id]
  )

  await affiliateLookUpPayouts(store.container)

  expect((await read(id)).status).toBe("paid")
  expect(stripe.transfersOf(`${id}-1`)).toHaveLength(1)
  expect(await moneyOf(store, affiliate.id)).toMatchObject({ paid: 30 })
})

test("an empty balance of the store gives the money back, in words; once filled, it is sent anew", async () => {
  const { affiliate, id } = await requested()
  const money = stripe.world.available.get("usd") ?? 0
  stripe.world.available.set("usd", 0)
  await act(id, "process")
  expect(await read(id)).toMatchObject({
    status: "failed",
    failure_reason: "The store's Stripe balance does not cover this payout",
  })
  expect(await moneyOf(store, affiliate.id)).toMatchObject({ available: 30 })

  stripe.world.available.set("usd", money)
  ok(await act(id, "retry"))
  expect((await read(id)).status).toBe("paid")
  expect(stripe.transfersOf(`${id}-2`)).toHaveLength(1)
})

test("a part that is taken back at Stripe is available again", async () => {
  const { affiliate, id } = await requested()
  ok(await act(id, "process"))
  const [transfer] = stripe.transfersOf(`${id}-1`)
  transfer.amount_reversed = 1000
  await stripe.deliver(stripe.world.emit("transfer.reversed", transfer))

  await eventually(async () =>
    expect(await moneyOf(store, affiliate.id)).toMatchObject({
      available: 10,
      paid: 20,
    })
  )
})

test("what Stripe did not sign is refused, and changes nothing", async () => {
  const { affiliate, account } = await requested()
  const stopped = stripe.requireMore(account, ["external_account"])

  expect(await stripe.deliver(stopped, { secret: "whsec_other" })).toEqual([
    401,
  ])
  expect(
    await stripe.deliver(stopped, {
      signed_at: Math.floor(Date.now() / 1000) - 400,
    })
  ).toEqual([401])
  expect(await method(affiliate)).toMatchObject({ payouts_enabled: true })
})

test("an account that Stripe stops is held until it is in order", async () => {
  const { affiliate, account, id } = await requested()
  await stripe.deliver(stripe.requireMore(account, ["external_account"]))
  await eventually(async () =>
    expect(await method(affiliate)).toMatchObject({
      payouts_enabled: false,
      state_note: "Stripe still needs a bank account or debit card",
    })
  )
  expect((await act(id, "process")).status).toBe(400)
  expect((await read(id)).status).toBe("pending")

  await stripe.deliver(stripe.complete(account))
  await eventually(async () =>
    expect(await method(affiliate)).toMatchObject({ payouts_enabled: true })
  )
  ok(await act(id, "process"))
  expect((await read(id)).status).toBe("paid")
})

test("the merchant's test shows the mode and the money, and moves none", async () => {
  const before = stripe.world.transfers.length
  expect(
    ok(
      await store.admin.post(
        "/admin/affiliate-payout-providers/stripe-connect/check"
      )
    )
  ).toMatchObject({
    check: { ok: true, facts: { mode: "test", webhooks: "set up" } },
  })
  expect(stripe.world.transfers.length).toBe(before)
})
