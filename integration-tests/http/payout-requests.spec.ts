import {
  eventually,
  ok,
  recordEvents,
  useStore,
  type EventRecord,
} from "../harness"
import {
  affiliateService,
  expectSoundPayouts,
  giveMoney,
  makeAffiliate,
  makePayee,
  moneyOf,
  WITH_ENCRYPTION,
  type TestAffiliate,
} from "../support/affiliates"
import { addProgram } from "../support/programs"

/** What an affiliate may ask for, and what is refused. */
const store = useStore({ env: WITH_ENCRYPTION })

let heard: EventRecord
beforeAll(() => {
  heard = recordEvents(store.container)
})

afterEach(() => expectSoundPayouts(store))

const request = (
  affiliate: TestAffiliate,
  body: object = { currency_code: "usd" }
) => affiliate.api.post("/affiliate/payouts", body)

/** How often an event was told about a payout. */
const told = (name: string, id: string) =>
  heard.events.filter(
    (event) => event.name === name && (event.data as { id: string }).id === id
  )

/** A program of its own with a minimum, and perhaps a tier with another. */
async function programWithMinimum(minimum: number, tierMinimum?: number) {
  const inUsd = (amount: number) => [{ currency_code: "usd", amount }]
  const program_id = await addProgram(store, {
    minimum_payouts: inUsd(minimum),
  })
  if (tierMinimum === undefined) return { program_id, tier_id: undefined }
  const { affiliate_tier } = ok(
    await store.admin.post("/admin/affiliate-tiers", {
      program_id,
      name: "Tier",
      minimum_payouts: inUsd(tierMinimum),
    })
  )
  return { program_id, tier_id: affiliate_tier.id as string }
}

describe("a request", () => {
  test("takes all that is available, earliest first, and sets it aside", async () => {
    const ada = await makePayee(store, [30, 20])
    const { status, body } = await request(ada)

    expect(status).toBe(201)
    expect(body.payout).toMatchObject({
      currency_code: "usd",
      amount: 50,
      status: "pending",
      provider: "manual",
      requested_by: "affiliate",
      destination_masked: { account_holder: "Ada Lovelace", iban: "•••• 3000" },
      paid_at: null,
    })
    expect(
      body.payout.items.map(({ amount }: { amount: number }) => amount)
    ).toEqual([30, 20])
    expect(await moneyOf(store, ada.id)).toEqual({
      pending: 0,
      available: 0,
      requested: 50,
      paid: 0,
    })
    await eventually(() => {
      expect(told("affiliate.payout_requested", body.payout.id)).toHaveLength(1)
    })
    expect(
      told("affiliate.payout_requested", body.payout.id)[0].data
    ).toMatchObject({
      affiliate_id: ada.id,
    })
  })

  test("for a part splits only the last commission, and leaves the rest to be requested", async () => {
    const ada = await makePayee(store, [30, 20])
    const { payout } = ok(
      await request(ada, { currency_code: "USD", amount: 40 })
    )
    expect(
      payout.items.map(({ amount }: { amount: number }) => amount)
    ).toEqual([30, 10])
    expect(await moneyOf(store, ada.id)).toMatchObject({
      available: 10,
      requested: 40,
    })

    const { payout: rest } = ok(await request(ada))
    expect(rest.amount).toBe(10)
    expect(await moneyOf(store, ada.id)).toMatchObject({
      available: 0,
      requested: 50,
    })
  })

  test("nets debts first: they make the payout smaller and are never paid", async () => {
    const ada = await makePayee(store, [50, -20, 15])
    const { payout } = ok(await request(ada))
    expect(payout.amount).toBe(45)
    const amounts = payout.items.map(({ amount }: { amount: number }) => amount)
    expect(amounts.sort((a: number, b: number) => a - b)).toEqual([-20, 15, 50])
  })

  test("is in one currency: money in another is not there", async () => {
    const ada = await makePayee(store, [50])
    await giveMoney(store, ada.id, 40, "eur")
    const { status, body } = await request(ada, {
      currency_code: "eur",
      amount: 45,
    })
    expect(status).toBe(400)
    expect(body.message).toBe(
      "The amount of 45 EUR is over the balance: 40 EUR is available"
    )

    expect(ok(await request(ada, { currency_code: "eur" })).payout.amount).toBe(
      40
    )
    expect(await moneyOf(store, ada.id, "usd")).toMatchObject({
      available: 50,
      requested: 0,
    })
  })

  test.each([
    ["jpy", 25],
    ["kwd", 1.234],
  ])(
    "in %s may have the digits that the currency has",
    async (currency_code, amount) => {
      const ada = await makePayee(store, [amount], { currency_code })
      expect(
        ok(await request(ada, { currency_code, amount })).payout.amount
      ).toBe(amount)
    }
  )
})

describe("a request is refused, and changes nothing,", () => {
  let ada: TestAffiliate
  beforeAll(async () => {
    ada = await makePayee(store, [50])
    await giveMoney(store, ada.id, 100, "jpy")
  })

  test.each([
    [
      "over the balance",
      { currency_code: "usd", amount: 50.01 },
      "not_allowed",
      /50\.01 USD is over the balance: 50 USD/,
    ],
    [
      "in a currency without money",
      { currency_code: "eur" },
      "not_allowed",
      /Nothing is available to be paid out in EUR/,
    ],
    [
      "in a currency that is none",
      { currency_code: "xxz" },
      "invalid_data",
      /currency_code: there is no currency xxz/,
    ],
    ["without a currency", {}, "invalid_data", /currency_code/],
    [
      "with a wrong currency",
      { currency_code: "dollars" },
      "invalid_data",
      /currency_code/,
    ],
    [
      "for nothing",
      { currency_code: "usd", amount: 0 },
      "invalid_data",
      /amount.*more than 0/,
    ],
    [
      "for less than nothing",
      { currency_code: "usd", amount: -10 },
      "invalid_data",
      /amount.*more than 0/,
    ],
    [
      "for words",
      { currency_code: "usd", amount: "ten" },
      "invalid_data",
      /amount/,
    ],
    [
      "for more than a number can say",
      { currency_code: "usd", amount: 1e300 },
      "invalid_data",
      /amount/,
    ],
    [
      "with more decimals than dollars have",
      { currency_code: "usd", amount: 10.001 },
      "invalid_data",
      /amount: 10\.001 has more decimals than USD has \(2\)/,
    ],
    [
      "with decimals of a yen",
      { currency_code: "jpy", amount: 1.5 },
      "invalid_data",
      /amount: 1\.5 has more decimals than JPY has \(0\)/,
    ],
    [
      "with a field nobody knows",
      { currency_code: "usd", status: "paid" },
      "invalid_data",
      /status/,
    ],
  ])("%s", async (_name, body, type, message) => {
    const refused = await request(ada, body)
    expect(refused).toMatchObject({ status: 400, body: { type } })
    expect(refused.body.message).toMatch(message)
    expect(await moneyOf(store, ada.id)).toEqual({
      pending: 0,
      available: 50,
      requested: 0,
      paid: 0,
    })
    expect(ok(await ada.api.get("/affiliate/payouts")).count).toBe(0)
  })

  test("without a payout method", async () => {
    const bea = await makeAffiliate(store)
    await giveMoney(store, bea.id, 50)
    const { status, body } = await request(bea)
    expect(status).toBe(400)
    expect(body.message).toMatch(/No payout method is on file/)
    expect(await moneyOf(store, bea.id)).toMatchObject({
      available: 50,
      requested: 0,
    })
  })

  test("when only a debt is there", async () => {
    const bea = await makePayee(store, [-39.6])
    const { status, body } = await request(bea)
    expect(status).toBe(400)
    expect(body.message).toBe(
      "Nothing is available to be paid out in USD: 39.6 is owed from earlier payouts"
    )
  })

  test.each(["pending", "suspended", "rejected"] as const)(
    "by an affiliate who is %s, whom the merchant may still pay out",
    async (status) => {
      const bea = await makePayee(store, [50])
      await affiliateService(store).updateAffiliates({ id: bea.id, status })
      const refused = await request(bea)
      expect(refused.status).toBe(400)
      expect(refused.body.message).toContain(`This affiliate is ${status}`)
      const { payout } = ok(
        await store.admin.post("/admin/affiliate-payouts", {
          affiliate_id: bea.id,
          currency_code: "usd",
        })
      )
      expect(payout).toMatchObject({
        amount: 50,
        requested_by: "merchant",
        affiliate_id: bea.id,
      })
    }
  )
})

describe("the minimum payout", () => {
  test("is the program's, for the affiliate and for the merchant", async () => {
    const { program_id } = await programWithMinimum(50)
    const ada = await makePayee(store, [49.99], { program_id })
    const body = { affiliate_id: ada.id, currency_code: "usd" }
    for (const refused of [
      await request(ada),
      await store.admin.post("/admin/affiliate-payouts", body),
    ]) {
      expect(refused.status).toBe(400)
      expect(refused.body.message).toBe(
        "The amount of 49.99 USD is below the minimum payout of 50 USD"
      )
    }
    await giveMoney(store, ada.id, 0.01)
    expect(ok(await request(ada)).payout.amount).toBe(50)
  })

  test("is the tier's where it names one", async () => {
    const { program_id, tier_id } = await programWithMinimum(50, 100)
    const ada = await makePayee(store, [99], { program_id })
    ok(await store.admin.post(`/admin/affiliates/${ada.id}`, { tier_id }))
    expect((await request(ada)).body.message).toMatch(
      /minimum payout of 100 USD/
    )
    expect(
      ok(await ada.api.get("/affiliate/payouts/summary")).summary
    ).toMatchObject([{ minimum_payout: 100 }])
  })

  test("does not bind a currency that nobody lists", async () => {
    const { program_id } = await programWithMinimum(50)
    const ada = await makePayee(store, [1], {
      program_id,
      currency_code: "eur",
    })
    expect(ok(await request(ada, { currency_code: "eur" })).payout.amount).toBe(
      1
    )
  })
})
