import type {
  RefusedRuleFacts,
  Refusal,
  RuleNamed,
  RuleRefusalFacts,
  TouchFound,
  TouchOutcome,
  TraceFacts,
} from "../../../src/modules/affiliate/domain/trace-facts"

type Kind = TraceFacts["kind"]

const ada = {
  affiliate_id: "aff_ada",
  affiliate_name: "Ada of Berger, is credited",
}

/** Every refusal; the type check fails where one is missing. */
export const REFUSALS = Object.keys({
  affiliate_pending: true,
  affiliate_rejected: true,
  affiliate_suspended: true,
  program_inactive: true,
  self_referral: true,
  returning_customer: true,
} satisfies Record<Refusal, true>) as Refusal[]

const outcomes: TouchOutcome[] = [
  { outcome: "credited" },
  { outcome: "outranked" },
  ...REFUSALS.map((refusal) => ({ outcome: "passed_over" as const, refusal })),
]

const withOutcomes = <Touch extends TouchFound>(
  ...touches: Touch[]
): (Touch & TouchOutcome)[] =>
  touches.flatMap((touch) =>
    outcomes.map((outcome) => ({ ...touch, ...outcome }))
  )

const level = { kind: "level" as const, ...ada, level: 3, percent: "2.5" }
const terms = {
  kind: "terms" as const,
  commission_value: "1.5",
  currency_code: "kwd",
  hold_days: 30,
}

const summer: RuleNamed = {
  rule_id: "affrule_summer",
  rule_name: "Summer of Berger, excludes it",
  version: 3,
}
const unlikeAny = { refused: [], refused_more: 0 }
const ATTRIBUTES = [
  "variant",
  "product",
  "collection",
  "category",
  "type",
  "tag",
  "item_kind",
  "affiliate",
  "customer_group",
  "customer_kind",
  "campaign",
  "tier",
  "sales_channel",
  "region",
] as const
const RULE_REFUSALS: RuleRefusalFacts[] = [
  ...ATTRIBUTES.flatMap((attribute) =>
    [true, false].map((negate) => ({
      reason: "condition" as const,
      attribute,
      negate,
    }))
  ),
  { reason: "currency" },
  { reason: "less_specific" },
  { reason: "exclusion_first" },
  { reason: "older" },
  { reason: "contract" },
]
const refusedFor = (refusal: RuleRefusalFacts): RefusedRuleFacts => ({
  rule_id: "affrule_winter",
  rule_name: "Winter",
  version: 1,
  ...refusal,
})
const ruleLine = {
  kind: "rule_line" as const,
  order_line_id: "ordli_1",
  title: "Shirt",
  base: "180.000",
  currency_code: "kwd",
  ...unlikeAny,
}
const ruleCap = {
  kind: "rule_cap" as const,
  ...summer,
  earned: "12.500",
  granted: "10.000",
  currency_code: "kwd",
}

/** Facts of every kind, in every way it comes; the type check fails where a kind is missing. */
export const FACTS: {
  [K in Kind]: Extract<TraceFacts, { kind: K }>[]
} = {
  manual: withOutcomes({
    kind: "manual",
    ...ada,
    note: "Asked for it\nby phone",
  }),
  manual_nobody: [{ kind: "manual_nobody", note: "A colleague" }],
  code: withOutcomes(
    {
      kind: "code",
      ...ada,
      code: "ADA10",
      discount: "22.5",
      currency_code: "kwd",
    },
    { kind: "code", ...ada, code: "ADA", discount: "0", currency_code: "kwd" }
  ),
  click: withOutcomes({
    kind: "click",
    ...ada,
    clicked_at: "2026-02-01T12:00:00.000Z",
  }),
  attribution: withOutcomes(
    { kind: "attribution", ...ada, ends_at: "2027-02-01T12:00:00.000Z" },
    { kind: "attribution", ...ada, ends_at: null }
  ),
  none_found: [
    { kind: "none_found", of: "code" },
    { kind: "none_found", of: "click" },
    { kind: "none_found", of: "attribution" },
  ],
  clicks_outside: [
    { kind: "clicks_outside", clicks: 1 },
    { kind: "clicks_outside", clicks: 7 },
  ],
  attribution_ended: [
    { kind: "attribution_ended", ...ada, ended_at: "2026-01-01T12:00:00.000Z" },
  ],
  own_purchase: [{ kind: "own_purchase", ...ada }],
  level: [
    { ...level, basis: "order", outcome: "earns" },
    { ...level, basis: "commission", outcome: "earns" },
    {
      ...level,
      basis: "order",
      outcome: "passed_over",
      refusal: "self_referral",
    },
    {
      ...level,
      basis: "order",
      outcome: "passed_over",
      refusal: "affiliate_pending",
    },
    {
      ...level,
      basis: "order",
      outcome: "passed_over",
      refusal: "affiliate_rejected",
    },
    {
      ...level,
      basis: "order",
      outcome: "passed_over",
      refusal: "affiliate_suspended",
    },
  ],
  terms: [
    { ...terms, commission_type: "percentage", rate_source: "affiliate" },
    { ...terms, commission_type: "fixed_per_item", rate_source: "tier" },
    {
      ...terms,
      commission_type: "fixed_per_order",
      rate_source: "program",
      hold_days: 0,
    },
    { ...terms, commission_type: "percentage", rate_source: "contract" },
  ],
  rules: [
    { kind: "rules", in_force: 3, pinned: 3, ...unlikeAny },
    {
      kind: "rules",
      in_force: 3,
      pinned: 1,
      refused: [
        refusedFor({ reason: "condition", attribute: "tier", negate: false }),
        refusedFor({ reason: "currency" }),
      ],
      refused_more: 0,
    },
  ],
  rule_line: [
    { ...ruleLine, outcome: "rule", rule: summer },
    { ...ruleLine, outcome: "excluded", rule: summer },
    { ...ruleLine, outcome: "terms" },
    ...RULE_REFUSALS.map((refusal) => ({
      ...ruleLine,
      outcome: "rule" as const,
      rule: summer,
      refused: [refusedFor(refusal)],
    })),
    {
      ...ruleLine,
      outcome: "terms",
      refused: [refusedFor({ reason: "older" })],
      refused_more: 4,
    },
  ],
  rule_lines_more: [{ kind: "rule_lines_more", lines: 7 }],
  rule_cap: [
    { ...ruleCap, of: "order" },
    ...(["day", "week", "month", "all"] as const).map((period) => ({
      ...ruleCap,
      of: "period" as const,
      period,
    })),
  ],
  canceled: [{ kind: "canceled" }],
  base: [{ kind: "base", amount: "180.000", currency_code: "kwd" }],
  refunds: [
    { kind: "refunds", left: "90.000", total: "180.000", currency_code: "kwd" },
  ],
  owed: [
    {
      kind: "owed",
      amounts: [
        { level: 1, amount: "18.000" },
        { level: 2, amount: "4.500" },
      ],
      currency_code: "kwd",
    },
  ],
  waiting: [
    {
      kind: "waiting",
      amounts: [{ level: 1, amount: "16.000" }],
      currency_code: "kwd",
    },
  ],
}

export const ALL_FACTS: TraceFacts[] = Object.values(FACTS).flat()
