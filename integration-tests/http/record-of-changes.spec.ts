import { buy, capture, ok, useStore } from "../harness"
import {
  giveMoney,
  makeAffiliate,
  makePayee,
  saveBankAccount,
  WITH_ENCRYPTION,
} from "../support/affiliates"
import { unique } from "../support/people"
import { addAffiliate, addProgram } from "../support/programs"
import { addRule } from "../support/rules"
import { remember } from "../support/touches"
import { untilReconciled } from "../support/verdicts"

/** Who changed what, when, from what to what. */
const store = useStore({ env: WITH_ENCRYPTION })

type Change = {
  entity: string
  entity_id: string
  action: string
  changes: Record<string, { from: unknown; to: unknown }>
  actor: { type: string; id: string; name: string | null } | null
  at: string
}

async function changesOf(
  affiliateId: string,
  filters: Record<string, string> = {}
): Promise<Change[]> {
  const { changes } = ok(
    await store.admin.get(`/admin/affiliates/${affiliateId}/audit`, filters)
  )
  return changes
}

let merchant: { type: string; id: string; name: string | null }

beforeAll(async () => {
  const { user } = ok(await store.admin.get("/admin/users/me"))
  merchant = { type: "user", id: user.id, name: expect.any(String) }
})

test("a change of terms says who made it, from what to what, newest first", async () => {
  const before = Date.now()
  const { id } = await addAffiliate(store, { name: "Ada" })
  ok(
    await store.admin.post(`/admin/affiliates/${id}`, {
      commission_percent: 12.5,
      website: "https://ada.example",
    })
  )
  const [changed, created] = await changesOf(id, { entity: "affiliate" })

  expect(changed).toMatchObject({
    entity_id: id,
    action: "changed",
    changes: {
      commission_percent: { from: null, to: 12.5 },
      website: { from: null, to: "https://ada.example" },
    },
    actor: merchant,
  })
  expect(Object.keys(changed!.changes)).toHaveLength(2)
  expect(Date.parse(changed!.at)).toBeGreaterThan(before - 5_000)
  expect(created).toMatchObject({
    action: "created",
    changes: { name: { from: null, to: "Ada" } },
    actor: merchant,
  })
})

test("what changes nothing is not recorded", async () => {
  const { id } = await addAffiliate(store)
  ok(
    await store.admin.post(`/admin/affiliates/${id}`, {
      commission_percent: null,
    })
  )
  expect(
    await changesOf(id, { entity: "affiliate", action: "changed" })
  ).toEqual([])
})

test("approving, suspending and reinstating are recorded with the reason", async () => {
  const { id } = await addAffiliate(store)
  ok(
    await store.admin.post(`/admin/affiliates/${id}/suspend`, {
      reason: "Bids on our name",
    })
  )
  const [suspended] = await changesOf(id, { entity: "affiliate" })
  expect(suspended!.changes).toMatchObject({
    status: { from: "approved", to: "suspended" },
    status_reason: { from: null, to: "Bids on our name" },
  })
  expect(suspended!.actor).toEqual(merchant)
})

test("what an affiliate does is the affiliate's, and bank details are recorded masked", async () => {
  const affiliate = await makeAffiliate(store, { name: "Bea" })
  await saveBankAccount(affiliate)
  const [saved] = await changesOf(affiliate.id, {
    entity: "affiliate_payout_method",
  })

  expect(saved).toMatchObject({
    action: "created",
    actor: { type: "affiliate", id: affiliate.id, name: "Bea" },
  })
  expect(saved!.changes).not.toHaveProperty("details")
  expect(JSON.stringify(saved)).not.toContain("DE89370400440532013000")
  expect(JSON.stringify(saved!.changes.details_masked)).toContain("3000")
})

test("a payout's way is recorded, each step with who took it", async () => {
  const affiliate = await makePayee(store, [80])
  const { payout } = ok(
    await affiliate.api.post("/affiliate/payouts", { currency_code: "usd" })
  )
  const path = `/admin/affiliate-payouts/${payout.id}`
  ok(await store.admin.post(`${path}/process`))
  ok(await store.admin.post(`${path}/mark-paid`, { reference: "FT-1" }))
  const steps = (
    await changesOf(affiliate.id, { entity: "affiliate_payout", order: "at" })
  ).map(({ changes, actor }) => [changes.status?.to, actor?.type])

  expect(steps).toEqual([
    ["pending", "affiliate"],
    ["processing", "user"],
    ["paid", "user"],
  ])
})

test("money booked by hand, holds, and a verdict by hand are recorded; what a job or an order does is the ledger's", async () => {
  const program_id = await addProgram(store, { hold_days: 0 })
  const { id: affiliate_id, code } = await addAffiliate(store, { program_id })
  const commission_id = await giveMoney(store, affiliate_id, 10)
  const { id: order_id } = await buy(store.shop, {
    items: [{ ware: store.shop.shirt }],
    beforePayment: remember({ code }),
  })
  await capture(store.shop, order_id)
  const [sale] = (await untilReconciled(store, order_id)).commissions
  ok(
    await store.admin.post(`/admin/affiliate-commissions/${sale!.id}/hold`, {
      reason: "Looks odd",
    })
  )
  const recorded = await changesOf(affiliate_id, {
    entity: "affiliate_commission",
    order: "at",
  })
  expect(recorded.map(({ entity_id, action }) => [entity_id, action])).toEqual([
    [commission_id, "created"],
    [sale!.id, "changed"],
  ])
  expect(recorded[1]!.changes).toMatchObject({
    held: { from: false, to: true },
    hold_reason: { to: "Looks odd" },
  })

  const other = await addAffiliate(store, { program_id })
  ok(
    await store.admin.post(`/admin/affiliate-orders/${order_id}/attribute`, {
      affiliate_id: other.id,
      note: "He wrote the article",
    })
  )
  const [verdict] = await changesOf(other.id, {
    entity: "affiliate_conversion",
  })
  expect(verdict).toMatchObject({
    actor: merchant,
    changes: { affiliate_id: { from: affiliate_id, to: other.id } },
  })
})

test("every kind of change has a record, with who made it", async () => {
  const { admin } = store
  const program_id = await addProgram(store)
  const ada = await makePayee(store, [50], { program_id })
  const path = `/admin/affiliates/${ada.id}`
  ok(await admin.post(`${path}/codes`, { code: unique("RECORD") }))
  ok(
    await admin.post(`${path}/contracts`, {
      title: "Contract",
      terms: "Half of it.",
      revenue_split: 50,
      starts_at: "2036-01-01T00:00:00Z",
    })
  )
  const byHand = await addAffiliate(store, { program_id })
  ok(await admin.post(`/admin/affiliates/${byHand.id}/invite`, {}))
  ok(
    await admin.post("/admin/affiliate-agreements", {
      program_id,
      title: "Terms",
      body: "Be kind.",
      requires_acceptance: true,
    })
  )
  ok(await ada.api.post("/affiliate/agreements/1/accept"))
  ok(
    await ada.api.post("/affiliate/identity/documents", {
      name: "Passport.pdf",
      mime_type: "application/pdf",
      content: Buffer.from("%PDF-1.7\nA passport").toString("base64"),
    })
  )
  ok(await ada.api.post("/affiliate/payouts", { currency_code: "usd" }))
  const { affiliate_tier } = ok(
    await admin.post("/admin/affiliate-tiers", { program_id, name: "Gold" })
  )
  ok(
    await admin.post(`/admin/affiliate-tiers/${affiliate_tier.id}`, {
      commission_value: 30,
    })
  )
  const rule = await addRule(store, program_id)
  ok(await admin.post(`/admin/affiliate-rules/${rule.id}`, { name: "Other" }))

  const recorded = await store.database.sql<{
    entity: string
    action: string
    actor: string
  }>(
    `SELECT DISTINCT entity, action, actor_type AS actor FROM affiliate_change
      WHERE affiliate_id = ANY($1) OR entity_id = ANY($2)
         OR changes -> 'program_id' ->> 'to' = $3 OR changes -> 'rule_id' ->> 'to' = $4
      ORDER BY 1, 2, 3`,
    [
      [ada.id, byHand.id],
      [program_id, affiliate_tier.id, rule.id],
      program_id,
      rule.id,
    ]
  )
  const by = (actor: string, action: string, ...entities: string[]) =>
    entities.map((entity) => ({ entity, action, actor }))
  expect(recorded).toEqual(
    expect.arrayContaining([
      ...by(
        "user",
        "created",
        "affiliate",
        "affiliate_agreement",
        "affiliate_code",
        "affiliate_commission",
        "affiliate_contract",
        "affiliate_invitation",
        "affiliate_program",
        "affiliate_rule",
        "affiliate_rule_version",
        "affiliate_tier"
      ),
      ...by("user", "changed", "affiliate_rule", "affiliate_tier"),
      ...by(
        "affiliate",
        "created",
        "affiliate_agreement_acceptance",
        "affiliate_identity_document",
        "affiliate_payout",
        "affiliate_payout_method"
      ),
      // The identity waits from then on.
      ...by("affiliate", "changed", "affiliate"),
    ])
  )
  const secrets = await store.database.sql<{ names: string[] }>(
    `SELECT array_agg(DISTINCT field) AS names
       FROM affiliate_change c, jsonb_object_keys(c.changes) field
      WHERE field IN ('address_hash', 'code_key', 'details', 'destination',
                      'email_normalized', 'token_hash', 'token_seed')`
  )
  expect(secrets).toEqual([{ names: null }])
})

test("a program's and a tier's terms have a record too", async () => {
  const program_id = await addProgram(store)
  ok(
    await store.admin.post(`/admin/affiliate-programs/${program_id}`, {
      commission_value: 25,
    })
  )
  const { changes, count } = ok(
    await store.admin.get("/admin/affiliate-changes", {
      entity: "affiliate_program",
      entity_id: program_id,
    })
  )
  expect(count).toBe(2)
  expect(changes[0]).toMatchObject({
    action: "changed",
    changes: { commission_value: { from: 20, to: 25 } },
    actor: merchant,
  })
  const { affiliate_tier } = ok(
    await store.admin.post("/admin/affiliate-tiers", {
      program_id,
      name: "Gold",
      commission_value: 30,
    })
  )
  ok(
    await store.admin.post(`/admin/affiliate-tiers/${affiliate_tier.id}`, {
      commission_value: 35,
    })
  )
  const ofTier = ok(
    await store.admin.get("/admin/affiliate-changes", {
      entity: "affiliate_tier",
      entity_id: affiliate_tier.id,
    })
  )
  expect(ofTier.changes).toMatchObject([
    {
      action: "changed",
      changes: { commission_value: { from: 30, to: 35 } },
      actor: merchant,
    },
    { action: "created", actor: merchant },
  ])
})

test("a change that fails leaves no record", async () => {
  const ada = await addAffiliate(store)
  const bea = await addAffiliate(store)
  const { status } = await store.admin.post(`/admin/affiliates/${bea.id}`, {
    email: ada.email,
  })
  expect(status).toBe(422)
  expect(await changesOf(bea.id, { action: "changed" })).toEqual([])
})

test.each([
  ["another text", "UPDATE affiliate_change SET entity = 'x'"],
  ["deleting", "DELETE FROM affiliate_change"],
  ["emptying", "TRUNCATE affiliate_change"],
])("the database refuses to rewrite the record: %s", async (_, statement) => {
  await expect(store.database.sql(statement)).rejects.toThrow(/append-only/)
})

test("nobody's record is a 404, and the affiliate cannot read it", async () => {
  expect(
    (await store.admin.get("/admin/affiliates/aff_none/audit")).status
  ).toBe(404)
  const affiliate = await makeAffiliate(store)
  expect(
    (await affiliate.api.get(`/admin/affiliates/${affiliate.id}/audit`)).status
  ).toBe(401)
})
