import { BANK, unique, uniqueEmail } from "../harness/affiliates"
import { handIn, IMAGES } from "./images"
import type { OneOfEach } from "./one-of-each"

export type Body = Record<string, unknown>

const USD = [{ currency_code: "usd", amount: 5 }]
const FIXED = { commission_type: "fixed_per_item", fixed_values: USD }
const FILE = {
  name: "Passport.pdf",
  mime_type: "application/pdf",
  content: Buffer.from("%PDF-1.7\n%%EOF").toString("base64"),
}
const METHOD = { provider: "manual", details: BANK }
const TOUCH = { visitor_id: "v1", sub_id: "s1" }

const application = (): Body => ({
  name: "Cy Applicant",
  email: uniqueEmail(),
  code: unique("CY"),
  website: "https://cy.example.com",
  country_code: "de",
  program: "default",
  answers: {},
  agreement_version: "1",
})

const program = (): Body => ({
  name: unique("Program "),
  handle: unique("program-"),
  status: "active",
  commission_type: "percentage",
  commission_value: 20,
  fixed_values: [],
  hold_days: 30,
  attribution_window_days: 30,
  attribution_model: "last_touch",
  trailing_months: 12,
  minimum_payouts: USD,
  levels: [{ level: 2, percent: 5, basis: "order" }],
  milestones: USD,
  self_referral: "block",
  auto_approve: false,
  include_shipping: false,
  include_tax: false,
  new_customers_only: false,
  utm_template: { source: "{affiliate}", medium: "affiliate" },
  form_fields: [
    {
      key: "channel",
      label: "Where?",
      type: "choice",
      required: true,
      options: ["blog", "video"],
    },
  ],
  join_requirements: {
    countries: ["de"],
    email_domains: ["example.com"],
    answers: [{ key: "channel", values: ["blog"] }],
    otherwise: "review",
  },
  reapply_days: 30,
  identity_required: "above_amount",
  identity_amounts: USD,
  payout_schedule: {
    every: "half_month",
    days: [1, 15],
    hour: 9,
    time_zone: "Europe/Berlin",
    currency_codes: ["usd"],
    provider: "manual",
    start: "approval",
  },
})

const tier = (): Body => ({
  name: unique("Tier "),
  rank: 2,
  commission_value: 25,
  minimum_payouts: USD,
  requirements: [
    {
      metric: "revenue",
      window_days: 30,
      currency_code: "usd",
      threshold: 100,
    },
  ],
  auto: true,
  features: ["A page of their own"],
})

const rule = (): Body => ({
  name: unique("Rule "),
  commission_type: "percentage",
  commission_value: 5,
  fixed_values: [],
  exclude: false,
  conditions: [
    { attribute: "customer_kind", values: ["returning"], negate: false },
  ],
  cap_per_order: USD,
  cap_per_period: { period: "month", values: USD },
  starts_at: "2026-01-01T00:00:00Z",
  ends_at: "2999-01-01T00:00:00Z",
})

const contract = (): Body => ({
  title: "Spring",
  terms: "As agreed.",
  revenue_split: 30,
  starts_at: "2990-01-01T00:00:00Z",
  ends_at: "2991-01-01T00:00:00Z",
})

const link = (): Body => ({
  destination_url: "http://localhost:8000/shirts",
  label: "Shirts",
  campaign: "Spring",
  sub_id: "bio",
  utm: { source: "{affiliate}", content: "{sub_id}" },
})

const creative = (): Body => ({
  title: "Spring",
  text: "Shirts for spring",
  destination_url: "http://localhost:8000/shirts",
  image: handIn(IMAGES.png),
})

const today = () => new Date().toISOString().slice(0, 10)
const SIGNED = () => ({
  name: "Ada Lovelace",
  capacity: "Herself",
  date: today(),
  certified: true,
})
const ADDRESS = {
  line_1: "1 Main St",
  line_2: "Flat 2",
  city: "Springfield",
  region: "IL",
  postal_code: "62701",
  country_code: "us",
}

const taxForms = (): Body[] => [
  {
    form: "w9",
    us_person: true,
    name: "Ada Lovelace",
    business_name: "Engines",
    classification: "individual",
    address: ADDRESS,
    country_code: "us",
    tin_type: "ssn",
    tin: "123-45-6788",
    exempt_payee_code: 5,
    subject_to_backup_withholding: false,
    signature: SIGNED(),
  },
  {
    form: "w8ben",
    us_person: false,
    name: "Ada Lovelace",
    classification: "individual",
    address: { ...ADDRESS, country_code: "de" },
    country_code: "de",
    citizenship_code: "gb",
    date_of_birth: "1985-12-10",
    foreign_tin: "86095742719",
    foreign_tin_not_required: false,
    treaty: {
      country_code: "de",
      article: "7(1)",
      rate: 0,
      income_type: "Business profits",
      conditions: "No permanent establishment",
    },
    signature: SIGNED(),
  },
  {
    form: "w8bene",
    us_person: false,
    name: "Engines GmbH",
    classification: "corporation",
    address: { ...ADDRESS, country_code: "de" },
    country_code: "de",
    chapter4_status: "active_nffe",
    foreign_tin: "86095742719",
    signature: SIGNED(),
  },
  {
    form: "vat",
    us_person: false,
    name: "Engines GmbH",
    classification: "company",
    address: { ...ADDRESS, country_code: "de" },
    country_code: "de",
    vat_id: "DE123456789",
    vat_scheme: "standard",
    vat_rate: 19,
    self_billing: true,
    signature: SIGNED(),
  },
]

/**
 * By route, what it takes: all its fields, well-formed. Whether it would be
 * done is another matter, like approving somebody who is approved.
 */
export const BODIES: Record<string, (given: OneOfEach) => Body[]> = {
  "/admin/affiliate-adjustments": ({ ada }) => [
    { affiliate_id: ada.id, currency_code: "usd", amount: 1, reason: "Well" },
  ],
  "/admin/affiliate-agreements": ({ program_id }) => [
    {
      program_id,
      title: "Terms",
      body: "Be fair.",
      requires_acceptance: false,
    },
  ],
  "/admin/affiliate-commissions/[id]/hold": () => [{ reason: "Look at it" }],
  "/admin/affiliate-commissions/[id]/unhold": () => [{ reason: "Looked at" }],
  "/admin/affiliate-commissions/release": () => [{}],
  "/admin/affiliate-creatives": ({ program_id }) => [
    { ...creative(), program_id, kind: "banner" },
  ],
  "/admin/affiliate-creatives/[id]": () => [{ ...creative(), archived: false }],
  "/admin/affiliate-customers/[customer_id]/erase": () => [{ reason: "Asked" }],
  "/admin/affiliate-invitations": ({ program_id, tier_id, ada }) => {
    const invitation = () => ({
      email: uniqueEmail(),
      name: "Di",
      program_id,
      tier_id,
      parent_id: ada.id,
      code: unique("DI"),
      discount_percent: 10,
      expires_in_days: 3,
    })
    return [
      invitation(),
      { invitations: [invitation()] },
      { csv: `email\n${uniqueEmail()}` },
    ]
  },
  "/admin/affiliate-invitations/[id]/resend": () => [{ expires_in_days: 3 }],
  "/admin/affiliate-orders/[order_id]/attribute": ({ bob }) => [
    { affiliate_id: bob.id, note: "It was Bob" },
  ],
  "/admin/affiliate-orders/[order_id]/reconcile": () => [{}],
  "/admin/affiliate-payout-batches": ({ program_id }) => [
    { program_id, currency_code: "usd", provider: "manual", dry_run: true },
    { currency_code: "usd" },
  ],
  "/admin/affiliate-payout-batches/[id]/approve": () => [{}],
  "/admin/affiliate-payout-batches/[id]/cancel": () => [{}],
  "/admin/affiliate-payout-batches/[id]/resume": () => [{}],
  "/admin/affiliate-payout-notices/[id]/handle": () => [{ note: "Seen to" }],
  "/admin/affiliate-payout-providers/[id]/check": () => [{}],
  "/admin/affiliate-payouts": ({ ada }) => [
    { affiliate_id: ada.id, currency_code: "usd", amount: 1 },
  ],
  "/admin/affiliate-payouts/[id]/cancel": () => [{}],
  "/admin/affiliate-payouts/[id]/look-up": () => [{}],
  "/admin/affiliate-payouts/[id]/mark-paid": () => [
    { reference: "SEPA 1", amount: 1 },
  ],
  "/admin/affiliate-payouts/[id]/process": () => [{}],
  "/admin/affiliate-payouts/[id]/retry": () => [{}],
  "/admin/affiliate-payouts/[id]/reverse": () => [{ reason: "Wrong person" }],
  "/admin/affiliate-programs": () => [
    program(),
    { name: unique("Program "), ...FIXED },
  ],
  "/admin/affiliate-programs/[id]": () => [program()],
  "/admin/affiliate-rules": ({ program_id }) => [
    { program_id, ...rule() },
    { program_id, name: unique("Rule "), ...FIXED },
  ],
  "/admin/affiliate-rules/[id]": () => [rule()],
  "/admin/affiliate-rules/preview": ({ program_id, ada }) => [
    {
      rule: { program_id, ...rule() },
      order_id: ada.ids["affiliate-orders"],
      rule_id: ada.ids["affiliate-rules"],
    },
  ],
  "/admin/affiliate-secrets/reseal": () => [{}],
  "/admin/affiliate-tax-thresholds": () => [
    { year: 2027, amount: 2100, gate: true },
  ],
  "/admin/affiliate-tiers": ({ program_id }) => [{ program_id, ...tier() }],
  "/admin/affiliate-tiers/[id]": () => [tier()],
  "/admin/affiliate-tiers/review": ({ program_id }) => [
    { program_id, dry_run: true },
  ],
  "/admin/affiliates": ({ program_id, tier_id, ada, customer }) => [
    {
      name: "Ed",
      email: uniqueEmail(),
      code: unique("ED"),
      program_id,
      tier_id,
      parent_id: ada.id,
      customer_id: customer.id,
      discount_percent: 10,
      commission_percent: 15,
      trailing_months: 6,
      website: "https://ed.example.com",
      country_code: "de",
    },
  ],
  "/admin/affiliates/[id]": ({ program_id, tier_id, customer }) => [
    {
      name: "Ada",
      email: uniqueEmail(),
      program_id,
      tier_id,
      parent_id: null,
      customer_id: customer.id,
      commission_percent: 15,
      trailing_months: 6,
      website: "https://ada.example.com",
      country_code: "de",
    },
  ],
  "/admin/affiliates/[id]/approve": () => [{ reason: "Fine" }],
  "/admin/affiliates/[id]/backup-withholding": () => [
    { backup_withholding: true, reason: "The IRS wrote" },
  ],
  "/admin/affiliates/[id]/codes": () => [
    { code: unique("MORE"), discount_percent: 10 },
  ],
  "/admin/affiliates/[id]/contracts": () => [contract()],
  "/admin/affiliates/[id]/contracts/[contract_id]": () => [contract()],
  "/admin/affiliates/[id]/erase": () => [
    { reason: "Asked", confirm_balance: false },
  ],
  "/admin/affiliates/[id]/identity": () => [
    { status: "verified", note: "Seen" },
  ],
  "/admin/affiliates/[id]/invite": () => [{ expires_in_days: 3 }],
  "/admin/affiliates/[id]/payout-method": () => [METHOD],
  "/admin/affiliates/[id]/payout-method/end-cool-off": () => [
    { reason: "He called" },
  ],
  "/admin/affiliates/[id]/payout-method/refresh": () => [{}],
  "/admin/affiliates/[id]/reinstate": () => [{ reason: "Fine" }],
  "/admin/affiliates/[id]/reject": () => [
    { reason: "No", reapply_days: 3 },
    { reason: "No", reapply_at: "2999-01-01T00:00:00Z" },
  ],
  "/admin/affiliates/[id]/suspend": () => [{ reason: "No" }],
  "/admin/affiliates/[id]/tax-form/reveal": () => [{ reason: "The report" }],
  "/admin/affiliates/batch": ({ ada }) => [
    { ids: [ada.id], action: "approve", reason: "Fine" },
    { ids: [ada.id], action: "reject", reason: "No", reapply_days: 3 },
    {
      ids: [ada.id],
      action: "reject",
      reason: "No",
      reapply_at: "2999-01-01T00:00:00Z",
    },
  ],
  "/admin/affiliates/import": () => [
    { csv: `name,email\nFay,${uniqueEmail()}` },
  ],
  "/affiliate/agreements/[version]/accept": () => [{}],
  "/affiliate/identity/documents": () => [FILE],
  "/affiliate/links": () => [{ ...link(), slug: unique("slug-") }],
  "/affiliate/links/[id]": () => [{ ...link(), archived: false }],
  "/affiliate/payout-method": () => [METHOD],
  "/affiliate/payout-method/onboarding": () => [
    { provider: "manual", return_url: "http://localhost:8000/payouts" },
  ],
  "/affiliate/payout-method/refresh": () => [{}],
  "/affiliate/payouts": () => [{ currency_code: "usd", amount: 1 }],
  "/affiliate/payouts/[id]/cancel": () => [{}],
  "/affiliate/profile": () => [
    {
      name: "Ada",
      website: "https://ada.example.com",
      country_code: "de",
      emails: { tier_changed: false },
    },
  ],
  "/affiliate/register": ({ ada }) => [
    { ...application(), referral_code: ada.code },
    {
      name: "Cy",
      agreement_version: "1",
      invitation_token: ada.ids.invitations,
    },
  ],
  "/affiliate/tax-form": taxForms,
  "/affiliate/tax-profile": taxForms,
  "/store/affiliate/clicks": ({ ada }) => [
    {
      code: ada.code,
      ...TOUCH,
      landing_url: "https://shop.example.com",
      referrer: "https://blog.example.com",
      consent: true,
    },
    { link: "spring" },
  ],
  "/store/carts/[id]/affiliate": ({ ada }) => [
    { code: ada.code, click_id: "c1", ...TOUCH },
  ],
  "/store/customers/me/affiliate": ({ ada }) => [
    { ...application(), referral_code: ada.code },
  ],
}
