import {
  fillCart,
  ok,
  useStore,
  type Answer,
  type Json,
  type Query,
} from "../harness"
import {
  click,
  register,
  requestPayout,
  unique,
  uniqueEmail,
} from "../harness/affiliates"
import { WITH_ENCRYPTION } from "../support/affiliates"
import { doors, isOf, named } from "../support/doors"
import {
  addressOf,
  furnish,
  tidyUp,
  type OneOfEach,
} from "../support/one-of-each"
import { undescribed } from "../support/openapi"
import { WITHOUT_SCHEDULE } from "../support/servers"
import { leavesOf, misfits, isTime, type Shape } from "../support/shape"

/** What integrations rely on: names, kinds and statuses of what the routes answer. */

// Before the store is there, so that it runs before the store shuts down.
afterAll(() => tidyUp(people))
const store = useStore({ env: { ...WITH_ENCRYPTION, ...WITHOUT_SCHEDULE } })

let people: OneOfEach
beforeAll(async () => {
  people = await furnish(store)
})

const AMOUNTS: Shape = [{ currency_code: "text", amount: "number" }]

const LINE: Shape = { title: "text", base: "number", amount: "number" }
const ENTRY: Shape = {
  account: "pending|available|requested|paid",
  type: "text",
  amount: "number",
  payout_id: "text|null",
  created_at: "time",
}
const OWN_COMMISSION = {
  id: "text",
  level: "number",
  kind: "sale|trailing|level|bonus|adjustment",
  amount: "number",
  original_amount: "number",
  currency_code: "usd",
  status: "pending|available|requested|paid|clawed_back",
  available_at: "time",
  held: "boolean",
} satisfies Shape
const COMMISSION = {
  ...OWN_COMMISSION,
  affiliate_id: "text",
  order_id: "text|null",
} satisfies Shape
const WITH_PARTS = { lines: [LINE] as [Shape], entries: [ENTRY] as [Shape] }

const BALANCES: Shape = [
  {
    currency_code: "usd",
    pending: "number",
    available: "number",
    requested: "number",
    paid: "number",
  },
]
const ACCOUNTS = {
  pending: "number",
  available: "number",
  requested: "number",
  paid: "number",
  balance: "number",
} satisfies Shape
const FIGURES = {
  clicks: "number",
  orders: "number",
  revenue: "number",
  commission: "number",
} satisfies Shape
const CODES: Shape = [{ code: "text", discount_percent: "number|null" }]
const AFFILIATE = {
  id: "text",
  name: "text",
  email: "text",
  status: "pending|approved|rejected|suspended",
  program_id: "text",
  tier_id: "text|null",
  parent_id: "text|null",
  customer_id: "text|null",
  commission_percent: "number|null",
  trailing_months: "number|null",
  codes: CODES,
  balances: BALANCES,
  created_at: "time",
} satisfies Shape

const PAYOUT = {
  id: "text",
  currency_code: "usd",
  amount: "number",
  status: "pending|processing|paid|failed|canceled",
  provider: "manual",
  created_at: "time",
  paid_at: "time|null",
} satisfies Shape

const PROGRAM: Shape = {
  id: "text",
  name: "text",
  handle: "text",
  status: "active|inactive",
  commission_type: "percentage|fixed_per_item|fixed_per_order",
  commission_value: "number",
  fixed_values: "object",
  hold_days: "number",
  attribution_window_days: "number",
  attribution_model: "last_touch|first_touch",
  trailing_months: "number|null",
  minimum_payouts: "object",
  levels: "object",
  self_referral: "block|flag|allow",
  auto_approve: "boolean",
  include_shipping: "boolean",
  include_tax: "boolean",
  new_customers_only: "boolean",
}
const TIER: Shape = {
  id: "text",
  program_id: "text",
  name: "text",
  rank: "number",
  commission_value: "number|null",
  minimum_payouts: "object",
  requirements: "object",
  auto: "boolean",
}
const RULE = {
  id: "text",
  version: "number",
  name: "text",
  commission_type: "percentage|fixed_per_item|fixed_per_order",
  commission_value: "number",
  fixed_values: "object",
  exclude: "boolean",
  conditions: [{ attribute: "text", values: ["text"] }] as [Shape],
  cap_per_order: "object",
  cap_per_period: "object|null",
  starts_at: "time|null",
  ends_at: "time|null",
} satisfies Shape
const AGREEMENT = {
  id: "text",
  program_id: "text",
  version: "number",
  title: "text",
  body_sha256: "text",
  requires_acceptance: "boolean",
  acceptances: "number",
} satisfies Shape
const CONTRACT: Shape = {
  id: "text",
  title: "text",
  terms: "text|null",
  revenue_split: "number",
  starts_at: "time",
  ends_at: "time|null",
}
const INVITATION: Shape = {
  id: "text",
  email: "text",
  status: "open|accepted|revoked|expired",
  expires_at: "time",
}
const CHANGE: Shape = {
  entity: "text",
  entity_id: "text",
  action: "created|changed|deleted",
  changes: "object",
  at: "time",
}
const ORDER = {
  order_id: "text",
  outcome: "attributed|none",
  reason: "text",
  affiliate_id: "text|null",
  source: "code|click|attribution|manual|null",
  currency_code: "usd",
  base_total: "number",
  commission_total: "number",
} satisfies Shape

const listOf = (name: string, row: Shape): Shape => ({
  [name]: [row],
  count: "number",
  offset: "number",
  limit: "number",
})

/** What each route that reads answers. */
const READ: [path: string, shape: Shape, query?: Query][] = [
  ["/admin/affiliate-programs", listOf("affiliate_programs", PROGRAM)],
  ["/admin/affiliate-programs/[id]", { affiliate_program: PROGRAM }],
  ["/admin/affiliate-tiers", listOf("affiliate_tiers", TIER)],
  ["/admin/affiliate-tiers/[id]", { affiliate_tier: TIER }],
  ["/admin/affiliate-rules", listOf("affiliate_rules", RULE)],
  ["/admin/affiliate-rules/[id]", { affiliate_rule: RULE }],
  [
    "/admin/affiliate-rules/[id]/versions",
    listOf("affiliate_rule_versions", RULE),
  ],
  ["/admin/affiliate-agreements", listOf("affiliate_agreements", AGREEMENT)],
  [
    "/admin/affiliate-agreements/[id]",
    { affiliate_agreement: { ...AGREEMENT, body: "text" } },
  ],
  ["/admin/affiliate-invitations", listOf("affiliate_invitations", INVITATION)],
  ["/admin/affiliates", listOf("affiliates", AFFILIATE)],
  ["/admin/affiliates/[id]", { affiliate: AFFILIATE }],
  ["/admin/affiliates/[id]/audit", listOf("changes", CHANGE)],
  ["/admin/affiliates/[id]/contracts", listOf("contracts", CONTRACT)],
  ["/admin/affiliates/[id]/contracts/[contract_id]", { contract: CONTRACT }],
  ["/admin/affiliate-orders", listOf("affiliate_orders", ORDER)],
  [
    "/admin/affiliate-orders/[order_id]",
    {
      affiliate_order: {
        ...ORDER,
        commissions: [{ ...COMMISSION, ...WITH_PARTS }],
        trace: [{ looked_at: "text", found: "text", followed: "text" }],
      },
    },
  ],
  [
    "/admin/affiliate-commissions",
    listOf("commissions", { ...COMMISSION, ...WITH_PARTS }),
    { kind: "sale" },
  ],
  [
    "/admin/affiliate-commissions/[id]",
    { commission: { ...COMMISSION, ...WITH_PARTS } },
  ],
  [
    "/admin/affiliate-payouts",
    listOf("payouts", { ...PAYOUT, affiliate_id: "text" }),
  ],
  [
    "/admin/affiliate-payouts/[id]",
    { payout: { ...PAYOUT, affiliate_id: "text" } },
  ],
  [
    "/admin/affiliate-health",
    {
      ok: "boolean",
      checks: [
        {
          name: "text",
          ok: "boolean",
          checked: "number",
          failures: "number",
          sample: "object",
        },
      ],
    },
  ],
  [
    "/affiliate/profile",
    {
      affiliate: {
        id: "text",
        name: "text",
        email: "text",
        status: "approved",
        tier: { id: "text", name: "text" },
        codes: CODES,
        emails: { payout_paid: "boolean", tier_changed: "boolean" },
        sends_emails: "boolean",
        agreement: {
          accepted_version: "number",
          accepted_at: "time",
          due_version: "number|null",
        },
      },
    },
  ],
  [
    "/affiliate/agreements",
    listOf("agreements", {
      version: "number",
      title: "text",
      body: "text",
      body_sha256: "text",
      accepted_at: "time|null",
    }),
  ],
  [
    "/affiliate/commissions",
    listOf("commissions", { ...OWN_COMMISSION, ...WITH_PARTS }),
    { kind: "sale" },
  ],
  [
    "/affiliate/commissions/[id]",
    { commission: { ...OWN_COMMISSION, ...WITH_PARTS } },
  ],
  [
    "/affiliate/referrals",
    listOf("affiliates", {
      id: "text",
      level: "number",
      status: "text",
      commission: AMOUNTS,
    }),
  ],
  ["/affiliate/payouts", listOf("payouts", PAYOUT)],
  ["/affiliate/payouts/[id]", { payout: PAYOUT }],
  [
    "/affiliate/payouts/summary",
    {
      summary: [
        {
          currency_code: "usd",
          total_earnings: "number",
          total_paid_out: "number",
          pending_payouts: "number",
          available_balance: "number",
          minimum_payout: "number",
          payout_count: "number",
          last_payout: { id: "text", amount: "number", paid_at: "time" },
        },
      ],
    },
  ],
  [
    "/affiliate/dashboard",
    {
      dashboard: {
        from: "text",
        to: "text",
        currency_code: "usd",
        currencies: "object",
        balances: BALANCES,
        ...FIGURES,
        conversion_rate: "number",
        previous: { ...FIGURES, conversion_rate: "number" },
        series: [{ date: "text", ...FIGURES }],
        milestones: [
          {
            threshold: "number",
            currency_code: "usd",
            reached_at: "time|null",
            earned: "number",
          },
        ],
      },
    },
  ],
  [
    "/affiliate/statement",
    {
      statement: {
        from: "text",
        to: "text",
        currency_code: "usd",
        opening: ACCOUNTS,
        closing: ACCOUNTS,
        rows: [
          {
            date: "time",
            type: "text",
            what: "text",
            ...ACCOUNTS,
            amount: "number",
          },
        ],
        count: "number",
      },
    },
    { format: "json" },
  ],
  [
    "/affiliate/creatives",
    {
      creatives: [
        {
          id: "text",
          title: "text",
          kind: "banner|text",
          text: "text|null",
          image_url: "text|null",
          width: "number|null",
          height: "number|null",
          destination_url: "text",
          url: "text",
          embed_code: "text",
        },
      ],
    },
  ],
  [
    "/admin/affiliate-stats",
    {
      stats: {
        from: "text",
        to: "text",
        currency_code: "usd",
        group_by: "day",
        totals: {
          ...FIGURES,
          conversion_rate: "number",
          affiliates_active: "number",
          payouts_paid: "number",
        },
        previous: { ...FIGURES, affiliates_active: "number" },
        series: [{ date: "text", ...FIGURES }],
        top_affiliates: [
          { affiliate: { id: "text", name: "text" }, ...FIGURES },
        ],
        funnel: { clicks: "number", carts: "number", orders: "number" },
        balances: BALANCES,
      },
    },
  ],
  [
    "/affiliate/payout-method",
    { payout_method: { provider: "manual", details_masked: "object" } },
  ],
  [
    "/store/affiliate/codes/[code]",
    {
      affiliate_code: {
        code: "text",
        valid: "boolean",
        discount_percent: "number|null",
        affiliate_name: "text",
        attribution_window_days: "number",
      },
    },
  ],
]

const read = (path: string, query?: Query) => {
  const door = { method: "GET", path } as const
  const api = isOf("admin")(door)
    ? store.admin
    : isOf("affiliate")(door)
      ? people.ada.api
      : store.shop.storefront
  return api.get(addressOf(path, people.ada.ids), query)
}

test.each(READ.map(([path, ...rest]) => [path, rest] as const))(
  "GET %s answers what it always has",
  async (path, [shape, query]) => {
    const { status, body } = await read(path, query)
    expect({ status, misfits: misfits(body, shape) }).toEqual({
      status: 200,
      misfits: [],
    })
  }
)

/** Texts that a file or a page of somebody's own words holds are told as they are. */
const AS_KEPT = /personal-data|export$|\/document$/
/** What is counted in an answer, by its name. */
const IS_AMOUNT =
  /^(amount|original_amount|base|base_total|commission_total|pending|available|requested|paid_out|threshold|commission_value|revenue_split|discount_percent|total_\w+|available_balance|minimum_payout)$/
/** Of a verdict, what was known then, in decimals that lose nothing. */
const EXACT = /\.(terms|trace|changes)\b/

const ANSWERING_JSON = named(
  doors.filter(({ method, path }) => method === "GET" && !AS_KEPT.test(path))
)

test.each(ANSWERING_JSON)("%s: answers as it is described", async (_, door) => {
  expect(undescribed(door, await read(door.path))).toEqual([])
})

test.each(ANSWERING_JSON)(
  "%s: amounts are numbers, times are in UTC",
  async (_, { path }) => {
    const leaves = leavesOf(ok(await read(path))).filter(
      ({ value, at }) => value !== null && !EXACT.test(at)
    )
    expect(
      leaves.filter(
        ({ name, value }) => /(^|_)at$/.test(name) && !isTime(value)
      )
    ).toEqual([])
    expect(
      leaves.filter(
        ({ name, value }) => IS_AMOUNT.test(name) && typeof value !== "number"
      )
    ).toEqual([])
    expect(
      leaves.filter(
        ({ name, value }) =>
          name === "currency_code" && !/^[a-z]{3}$/.test(value)
      )
    ).toEqual([])
  }
)

const fits = ({ status, body }: Answer<Json>, expected: number, shape: Shape) =>
  expect({ status, body, misfits: misfits(body, shape) }).toEqual({
    status: expected,
    body,
    misfits: [],
  })

test("whoever applies is answered 201, a payout requested too, a click 202, all else 200", async () => {
  const { admin, shop } = store
  const { ada, program_id } = people
  const applicant = await register(store)
  expect(misfits(applicant, { id: "text", status: "pending" })).toEqual([])
  fits(
    await ada.api.post("/affiliate/payouts", {
      currency_code: "usd",
      amount: 1,
    }),
    201,
    { payout: { ...PAYOUT, status: "pending" } }
  )
  fits(
    await shop.storefront.post("/store/affiliate/clicks", { code: ada.code }),
    202,
    {
      click: {
        id: "text",
        duplicate: "boolean",
        visitor_id: "text|null",
        attribution_window_days: "number",
      },
    }
  )
  fits(
    await admin.post("/admin/affiliate-adjustments", {
      affiliate_id: ada.id,
      currency_code: "usd",
      amount: 3,
      reason: "Thanks",
    }),
    200,
    { commission: { ...COMMISSION, kind: "adjustment", entries: [ENTRY] } }
  )
  fits(
    await admin.post("/admin/affiliates", {
      name: "Di",
      email: uniqueEmail(),
      code: unique("DI"),
      program_id,
    }),
    200,
    { affiliate: { id: "text", status: "approved", codes: CODES } }
  )
  fits(await admin.post("/admin/affiliate-commissions/release"), 200, {
    released: "number",
  })
})

test("a rule is tried on an order, and the trace says why", async () => {
  const { program_id, ada } = people
  const answer = ok(
    await store.admin.post("/admin/affiliate-rules/preview", {
      rule: {
        program_id,
        name: "Half",
        commission_type: "percentage",
        commission_value: 50,
        conditions: [],
      },
      order_id: ada.ids["affiliate-orders"],
    })
  )
  expect(
    misfits(answer, {
      trace: [{ looked_at: "text", found: "text", followed: "text" }],
    })
  ).toEqual([])
  expect(answer.trace).toEqual(answer.preview.trace)
})

test.each(["/admin/affiliate-commissions", "/admin/affiliate-payouts"])(
  "%s finds a currency in any letter case",
  async (path) => {
    const countOf = async (currency_code: string) =>
      ok(await store.admin.get(path, { currency_code })).count
    expect(await countOf("USD")).toBeGreaterThan(0)
    expect(await countOf("USD")).toBe(await countOf("usd"))
    expect(await countOf("EUR")).toBe(0)
  }
)

test("a cart says who is remembered for it", async () => {
  const { shop } = store
  const { ada } = people
  const id = await fillCart(shop, { items: [{ ware: shop.shirt }] })
  const path = `/store/carts/${id}/affiliate`
  const click_id = await click(shop, ada.code, "v1")
  const remembered = {
    cart_id: id,
    affiliate_code: ada.code,
    source: "code",
    promotion_applied: true,
  }
  const touch = { code: ada.code.toLowerCase(), click_id, visitor_id: "v1" }
  expect(ok(await shop.storefront.post(path, touch))).toEqual({
    cart_affiliate: remembered,
  })
  expect(ok(await shop.storefront.delete(path))).toEqual({
    id,
    object: "cart_affiliate",
    deleted: true,
  })
})

test("what is deleted is told by id, kind and that it is", async () => {
  const { admin } = store
  const { program_id, ada } = people
  const add = async (path: string, body: object): Promise<string> => {
    const answer = ok(await admin.post(path, body))
    return (Object.values(answer)[0] as { id: string }).id
  }
  const program = { name: unique("Program "), commission_value: 5 }
  const rule = { program_id, name: "R", commission_value: 5 }
  const contract = {
    title: "C",
    revenue_split: 5,
    starts_at: "2990-01-01T00:00:00Z",
  }
  const person = { name: "Ed", email: uniqueEmail(), program_id }
  const ed = await add("/admin/affiliates", person)
  const contracts = `/admin/affiliates/${ed}/contracts`
  for (const [object, path, body] of [
    ["affiliate_program", "/admin/affiliate-programs", program],
    ["affiliate_tier", "/admin/affiliate-tiers", { program_id, name: "T" }],
    ["affiliate_rule", "/admin/affiliate-rules", rule],
    ["affiliate_contract", contracts, contract],
    ["affiliate", "/admin/affiliates", { ...person, email: uniqueEmail() }],
  ] as const) {
    const id = await add(path, body)
    expect(ok(await admin.delete(`${path}/${id}`))).toEqual({
      id,
      object,
      deleted: true,
    })
  }
  const code = unique("GONE")
  ok(await admin.post(`/admin/affiliates/${ada.id}/codes`, { code }))
  expect(
    ok(await admin.delete(`/admin/affiliates/${ada.id}/codes/${code}`))
  ).toMatchObject({
    id: expect.any(String),
    object: "affiliate_code",
    deleted: true,
  })
})

test("a payout marked as paid again answers the same, and a decision needs no note", async () => {
  const { admin } = store
  const { ada } = people
  const payout = await requestPayout(store, ada.id, 20)
  const path = `/admin/affiliate-payouts/${payout}/mark-paid`
  const first = ok(await admin.post(path, { reference: "SEPA 1" }))
  expect(first.payout).toMatchObject({ status: "paid", reference: "SEPA 1" })
  expect(ok(await admin.post(path))).toEqual(first)
  for (const status of ["pending", "rejected", "not_required", "verified"])
    expect(
      ok(await admin.post(`/admin/affiliates/${ada.id}/identity`, { status }))
        .affiliate.identity_status
    ).toBe(status)
})
