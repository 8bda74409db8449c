import { ok, useStore } from "../harness"
import {
  affiliateService,
  BANK,
  giveMoney,
  makeAffiliate,
  saveBankAccount,
  WITH_ENCRYPTION,
} from "../support/affiliates"

const IBAN = "DE89370400440532013000"

const store = useStore({ env: WITH_ENCRYPTION, seed: false })

test("an affiliate puts a bank account on file, and sees it masked", async () => {
  const ada = await makeAffiliate(store)
  const before = ok(await ada.api.get("/affiliate/payout-method"))
  expect(before.payout_method).toBeNull()
  expect(before.payout_providers).toEqual([
    { id: "manual", onboarding: expect.objectContaining({ type: "form" }) },
  ])

  const saved = ok(
    await ada.api.post("/affiliate/payout-method", {
      provider: "manual",
      details: BANK,
    })
  )
  const masked = {
    provider: "manual",
    details_masked: { account_holder: "Ada Lovelace", iban: "•••• 3000" },
    payouts_enabled: true,
    state_note: null,
    cool_off_until: null,
  }
  expect(saved).toEqual({ payout_method: masked })
  expect(
    ok(await ada.api.get("/affiliate/payout-method")).payout_method
  ).toEqual(masked)
  expect(
    ok(await store.admin.get(`/admin/affiliates/${ada.id}/payout-method`))
      .payout_method
  ).toEqual(masked)
})

test("the merchant puts one on file for the affiliate", async () => {
  const ada = await makeAffiliate(store)
  const details = {
    account_holder: "Ada",
    account_number: "000123456789",
    routing_number: "110000000",
  }
  const { payout_method } = ok(
    await store.admin.post(`/admin/affiliates/${ada.id}/payout-method`, {
      provider: "manual",
      details,
    })
  )
  expect(payout_method.details_masked).toEqual({
    account_holder: "Ada",
    account_number: "•••• 6789",
    routing_number: "•••• 0000",
  })
  expect(
    ok(await ada.api.get("/affiliate/payout-method")).payout_method
  ).toEqual(payout_method)
})

test("nothing in the database shows the account", async () => {
  const ada = await makeAffiliate(store)
  await saveBankAccount(ada)
  await giveMoney(store, ada.id, 10)
  ok(await ada.api.post("/affiliate/payouts", { currency_code: "usd" }))
  for (const table of ["affiliate_payout_method", "affiliate_payout"]) {
    const rows = await store.database.sql<{ text: string }>(
      `SELECT row_to_json(t)::text AS text FROM ${table} t WHERE affiliate_id = $1`,
      [ada.id]
    )
    expect(rows).toHaveLength(1)
    expect(rows[0].text).not.toContain(IBAN.slice(4, 12))
    expect(rows[0].text).toContain("v1.")
  }
})

test("an account copied into another affiliate's row does not open there", async () => {
  const ada = await makeAffiliate(store)
  const mallory = await makeAffiliate(store, { name: "Mallory" })
  await saveBankAccount(ada)
  await saveBankAccount(mallory, {
    account_holder: "Mallory",
    iban: "GB29NWBK60161331926819",
  })
  await giveMoney(store, ada.id, 10)
  const swap = `UPDATE affiliate_payout_method t SET details = o.details
                    FROM affiliate_payout_method o
                   WHERE (t.affiliate_id, o.affiliate_id) IN (($1, $2), ($2, $1))`
  await store.database.sql(swap, [ada.id, mallory.id])
  const refused = await ada.api.post("/affiliate/payouts", {
    currency_code: "usd",
  })
  expect(refused.status).toBe(500)
  expect(JSON.stringify(refused.body)).not.toMatch(/GB29|v1\./)

  await store.database.sql(swap, [ada.id, mallory.id])
  expect(
    (await ada.api.post("/affiliate/payouts", { currency_code: "usd" })).status
  ).toBe(201)
})

test("a destination copied into another payout does not open there", async () => {
  const ids: string[] = []
  for (const name of ["Ada", "Mallory"]) {
    const affiliate = await makeAffiliate(store, { name })
    await saveBankAccount(affiliate)
    await giveMoney(store, affiliate.id, 10)
    ids.push(
      ok(
        await affiliate.api.post("/affiliate/payouts", { currency_code: "usd" })
      ).payout.id
    )
  }
  await store.database.sql(
    `UPDATE affiliate_payout SET destination = (SELECT destination FROM affiliate_payout WHERE id = $2)
        WHERE id = $1`,
    ids
  )
  expect(
    (await store.admin.post(`/admin/affiliate-payouts/${ids[0]}/process`))
      .status
  ).toBe(500)
  const { payout } = ok(
    await store.admin.get(`/admin/affiliate-payouts/${ids[0]}`)
  )
  expect(payout.status).toBe("pending")
})

test("saving again replaces the account, and there is only ever one", async () => {
  const ada = await makeAffiliate(store)
  await Promise.all(Array.from({ length: 8 }, () => saveBankAccount(ada)))
  await saveBankAccount(ada, {
    account_holder: "A. L.",
    iban: "FR1420041010050500013M02606",
  })
  const methods = await affiliateService(store).listAffiliatePayoutMethods({
    affiliate_id: ada.id,
  })
  expect(methods).toHaveLength(1)
  expect(
    ok(await ada.api.get("/affiliate/payout-method")).payout_method
      .details_masked
  ).toEqual({
    account_holder: "A. L.",
    iban: "•••• 2606",
  })
})

test.each([
  [
    "a wrong IBAN",
    {
      provider: "manual",
      details: { ...BANK, iban: "DE00370400440532013000" },
    },
    /details\.iban/,
  ],
  [
    "no account",
    { provider: "manual", details: { account_holder: "Ada" } },
    /iban or an account_number/,
  ],
  ["no details", { provider: "manual" }, /details/],
  ["details that are none", { provider: "manual", details: "DE89" }, /details/],
  [
    "a detail nobody knows",
    { provider: "manual", details: { ...BANK, swift: "X" } },
    /swift/,
  ],
  [
    "a detail that cannot be kept",
    { provider: "manual", details: { ...BANK, bank_name: "a\u0000b" } },
    /bank_name/,
  ],
  [
    "a provider the store does not have",
    { provider: "paypal", details: BANK },
    /provider: paypal is not a payout provider/,
  ],
  [
    "a field nobody knows",
    { provider: "manual", details: BANK, affiliate_id: "aff_1" },
    /affiliate_id/,
  ],
])(
  "%s is refused, naming it, and leaves what is on file",
  async (_name, body, message) => {
    const ada = await makeAffiliate(store)
    await saveBankAccount(ada)
    const doors = [
      () => ada.api.post("/affiliate/payout-method", body),
      () => store.admin.post(`/admin/affiliates/${ada.id}/payout-method`, body),
    ]
    for (const door of doors) {
      const refused = await door()
      expect(refused).toMatchObject({
        status: 400,
        body: { type: "invalid_data" },
      })
      expect(refused.body.message).toMatch(message)
    }
    expect(
      ok(await ada.api.get("/affiliate/payout-method")).payout_method
        .details_masked
    ).toMatchObject({
      iban: "•••• 3000",
    })
  }
)

test("an affiliate who is not there has none and is given none", async () => {
  const path = "/admin/affiliates/aff_none/payout-method"
  expect((await store.admin.get(path)).status).toBe(404)
  expect(
    (await store.admin.post(path, { provider: "manual", details: BANK })).status
  ).toBe(404)
})
