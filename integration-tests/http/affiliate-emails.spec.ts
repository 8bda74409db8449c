import { Modules } from "@medusajs/framework/utils"
import affiliateCheckMilestones from "../../src/jobs/affiliate-check-milestones"
import affiliateTellTierChanges from "../../src/jobs/affiliate-tell-tier-changes"
import { eventually, ok, useStore } from "../harness"
import { addProgram, publishAgreement } from "../harness/affiliates"
import {
  affiliateService,
  giveMoney,
  makeAffiliate,
  WITH_ENCRYPTION,
  WITHOUT_COOL_OFF,
  type TestAffiliate,
} from "../support/affiliates"
import { createAffiliate, register } from "../support/people"
import { sell } from "../support/paying"
import { WITHOUT_SCHEDULE } from "../support/servers"

/** E-mails that tell affiliates what happened, and which of them they want. */
const PORTAL = "https://partners.shop.example/affiliate/portal"
const store = useStore({
  env: {
    ...WITHOUT_SCHEDULE,
    ...WITH_ENCRYPTION,
    ...WITHOUT_COOL_OFF,
    EMAIL: "log",
    PAYOUT_SANDBOX: "true",
    AFFILIATE_PORTAL: JSON.stringify({ url: PORTAL }),
  },
})

type Mail = { template: string; data: Record<string, unknown> }

/** All of them, the first one first; those of some templates where these are named. */
const mailsTo = async (
  { email }: { email: string },
  ...templates: string[]
): Promise<Mail[]> => {
  const mails = await store.database.sql<Mail>(
    `SELECT template, data FROM notification
      WHERE "to" = $1 AND channel = 'email' AND status = 'success'
      ORDER BY created_at`,
    [email]
  )
  return templates.length
    ? mails.filter(({ template }) => templates.includes(template))
    : mails
}
const untilMailed = (
  to: { email: string },
  count: number,
  ...templates: string[]
) =>
  eventually(async () => {
    const mails = await mailsTo(to, ...templates)
    expect(mails).toHaveLength(count)
    return mails
  })

const choose = (affiliate: TestAffiliate, emails: Record<string, unknown>) =>
  affiliate.api.post("/affiliate/profile", { emails })

/** Sends 30 to an account that behaves as its name says; answers the payout's id. */
async function payTo(affiliate: TestAffiliate, account: "good" | "closed") {
  ok(
    await affiliate.api.post("/affiliate/payout-method", {
      provider: "sandbox",
      details: { account },
    })
  )
  await giveMoney(store, affiliate.id, 30)
  const { payout } = ok(
    await affiliate.api.post("/affiliate/payouts", {
      currency_code: "usd",
      amount: 30,
    })
  )
  ok(await store.admin.post(`/admin/affiliate-payouts/${payout.id}/process`))
  return payout.id as string
}

test("a payout that was sent is told once, with its sum and where to look, however often it is said", async () => {
  const affiliate = await makeAffiliate(store)
  const id = await payTo(affiliate, "good")
  const [mail] = await untilMailed(affiliate, 1)
  expect(mail).toEqual({
    template: "affiliate-payout-paid",
    data: expect.objectContaining({
      name: affiliate.name,
      payout_id: id,
      amount: 30,
      currency_code: "usd",
      portal_url: `${PORTAL}/payouts/${id}`,
    }),
  })
  await store.container.resolve(Modules.EVENT_BUS).emit({
    name: "affiliate.payout_paid",
    data: { id, affiliate_id: affiliate.id },
  })
  const second = await payTo(affiliate, "good")
  const mails = await untilMailed(affiliate, 2, "affiliate-payout-paid")
  expect(mails.map(({ data }) => data.payout_id)).toEqual([id, second])
})

test("one that failed is told with what the provider says", async () => {
  const affiliate = await makeAffiliate(store)
  const id = await payTo(affiliate, "closed")
  const { payout } = ok(await affiliate.api.get(`/affiliate/payouts/${id}`))
  expect(payout.failure_reason).toBeTruthy()
  expect(await untilMailed(affiliate, 1)).toEqual([
    {
      template: "affiliate-payout-failed",
      data: expect.objectContaining({
        payout_id: id,
        failure_reason: payout.failure_reason,
      }),
    },
  ])
})

test("what is switched off does not come, and the rest still does", async () => {
  const affiliate = await makeAffiliate(store)
  const ALL = {
    payout_paid: true,
    payout_failed: true,
    agreement_published: true,
    tier_changed: true,
    milestone_reached: true,
  }
  const read = async () => ok(await affiliate.api.get("/affiliate/profile"))
  expect((await read()).affiliate).toMatchObject({
    emails: ALL,
    sends_emails: true,
  })
  const changed = ok(await choose(affiliate, { payout_paid: false }))
  expect(changed.affiliate.emails).toEqual({ ...ALL, payout_paid: false })
  expect(changed.affiliate).not.toHaveProperty("emails_off")
  const merchant = ok(
    await store.admin.get(`/admin/affiliates/${affiliate.id}`)
  )
  expect(merchant.affiliate.emails_off).toEqual(["payout_paid"])
  const service = affiliateService(store)
  expect(await service.wantsEmail(affiliate.id, "payout_paid")).toBe(false)
  expect(await service.wantsEmail(affiliate.id, "payout_failed")).toBe(true)
  expect(await service.wantsEmail("aff_nobody", "payout_failed")).toBe(false)

  await payTo(affiliate, "good")
  await payTo(affiliate, "closed")
  await untilMailed(affiliate, 1, "affiliate-payout-failed")
  ok(await choose(affiliate, { payout_paid: true }))
  const last = await payTo(affiliate, "good")
  const paid = await untilMailed(affiliate, 1, "affiliate-payout-paid")
  expect(paid[0]?.data.payout_id).toBe(last)
})

test("choices that are made at once are all kept, and what else is changed takes none back", async () => {
  const affiliate = await makeAffiliate(store)
  const kinds = ["payout_paid", "payout_failed", "tier_changed"]
  const answers = await Promise.all(
    kinds.map((kind) => choose(affiliate, { [kind]: false }))
  )
  answers.forEach(ok)
  const { affiliate: after } = ok(
    await affiliate.api.post("/affiliate/profile", { name: "Ada again" })
  )
  expect(after.emails).toEqual({
    payout_paid: false,
    payout_failed: false,
    agreement_published: true,
    tier_changed: false,
    milestone_reached: true,
  })
})

test.each<[string, Record<string, unknown>, string]>([
  ["an e-mail that always comes", { password_reset: false }, "password_reset"],
  ["something else than yes or no", { payout_paid: "no" }, "payout_paid"],
])("%s cannot be switched off", async (_, emails, named) => {
  const affiliate = await makeAffiliate(store)
  const { status, body } = await choose(affiliate, emails)
  expect(status).toBe(400)
  expect(body.message).toContain(named)
})

test("an applicant hears what was decided, and not why; who was approved at once hears nothing", async () => {
  const made = await createAffiliate(store)
  const applicant = await register(store, { name: "Cy" })
  const path = `/admin/affiliates/${applicant.id}`
  ok(
    await store.admin.post(`${path}/reject`, {
      reason: "Bad taste",
      reapply_at: "2999-01-01T00:00:00Z",
    })
  )
  const [rejected] = await untilMailed(applicant, 1)
  expect(rejected).toMatchObject({
    template: "affiliate-application-rejected",
    data: { name: "Cy", reapply_at: "2999-01-01T00:00:00.000Z" },
  })
  expect(JSON.stringify(rejected)).not.toContain("Bad taste")
  ok(await store.admin.post(`${path}/approve`))
  const [, approved] = await untilMailed(applicant, 2)
  expect(approved).toMatchObject({
    template: "affiliate-application-approved",
    data: { reapply_at: null, portal_url: `${PORTAL}/` },
  })
  ok(await store.admin.post(`${path}/suspend`))
  ok(await store.admin.post(`${path}/reinstate`))
  expect(await mailsTo(applicant)).toHaveLength(2)
  expect(await mailsTo(made)).toEqual([])
})

test("new terms are told to those whose payouts wait for them, however many, and to nobody else", async () => {
  const program_id = await addProgram(store)
  const unwilling = await makeAffiliate(store, { program_id })
  ok(await choose(unwilling, { agreement_published: false }))
  const suspended = await makeAffiliate(store, { program_id })
  ok(await store.admin.post(`/admin/affiliates/${suspended.id}/suspend`))
  const readers = []
  for (let n = 0; n < 12; n++)
    readers.push(await createAffiliate(store, { program_id }))
  const stranger = await makeAffiliate(store)

  await publishAgreement(store, program_id, { requires_acceptance: false })
  const { id, version } = await publishAgreement(store, program_id)
  for (const reader of readers)
    expect(await untilMailed(reader, 1)).toEqual([
      {
        template: "affiliate-agreement-published",
        data: expect.objectContaining({
          version,
          portal_url: `${PORTAL}/agreements`,
        }),
      },
    ])
  const others = [unwilling, suspended, stranger]
  for (const one of others) expect(await mailsTo(one)).toEqual([])

  // Heard a second time, it is told to nobody again.
  await store.container.resolve(Modules.EVENT_BUS).emit({
    name: "affiliate.agreement_published",
    data: { id, program_id },
  })
  ok(await choose(unwilling, { agreement_published: true }))
  await publishAgreement(store, program_id)
  await untilMailed(unwilling, 1)
  expect(await mailsTo(readers[0]!)).toHaveLength(2)
})

test("another tier and a milestone that somebody does not want to hear of are not told later either", async () => {
  const program_id = await addProgram(store, {
    milestones: [{ currency_code: "usd", amount: 20 }],
  })
  ok(
    await store.admin.post("/admin/affiliate-tiers", {
      program_id,
      name: "Everybody",
      rank: 1,
      auto: true,
      requirements: [],
    })
  )
  const unwilling = await makeAffiliate(store, { program_id })
  const willing = await makeAffiliate(store, { program_id })
  ok(await choose(unwilling, { tier_changed: false, milestone_reached: false }))
  const TEMPLATES = ["affiliate-tier-changed", "affiliate-milestone-reached"]
  for (const { code } of [unwilling, willing]) await sell(store, code)
  ok(await store.admin.post("/admin/affiliate-tiers/review", { program_id }))
  await untilMailed(willing, 2, ...TEMPLATES)
  ok(await choose(unwilling, { tier_changed: true, milestone_reached: true }))
  await store.database.sql(
    `UPDATE affiliate_tier_change SET notify_after = NULL WHERE affiliate_id = $1`,
    [unwilling.id]
  )
  await store.database.sql(
    `UPDATE affiliate_milestone SET notify_after = NULL WHERE affiliate_id = $1`,
    [unwilling.id]
  )
  await affiliateTellTierChanges(store.container)
  await affiliateCheckMilestones(store.container)
  expect(await mailsTo(unwilling)).toEqual([])
})

test("a new password is always told", async () => {
  const affiliate = await makeAffiliate(store)
  ok(
    await choose(affiliate, {
      payout_paid: false,
      payout_failed: false,
      agreement_published: false,
      tier_changed: false,
      milestone_reached: false,
    })
  )
  await store.api.post("/auth/affiliate/emailpass/reset-password", {
    identifier: affiliate.email,
  })
  await untilMailed(affiliate, 1, "affiliate-password-reset")
})
