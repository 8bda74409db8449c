import { ok, type Store } from "../../harness"
import { Program, Tier } from "../model/terms"
import { Random } from "../random"

export const amounts = (byCurrency: Record<string, number>) =>
  Object.entries(byCurrency).map(([currency_code, amount]) => ({
    currency_code,
    amount,
  }))

type Wanted = Omit<Program, "id" | "rules" | "tiers">

/** Four programs that between them use every term there is. */
export async function createPrograms(
  { admin }: Store,
  random: Random
): Promise<Program[]> {
  const plain: Omit<Wanted, "name" | "type" | "value"> = {
    fixed: {},
    holdDays: 30,
    trailingMonths: null,
    firstTouch: false,
    selfReferral: "block",
    newCustomersOnly: false,
    includeShipping: false,
    includeTax: false,
    minimums: {},
    levels: [],
    agreement: null,
    identityAsked: "never",
    identityAmounts: {},
  }
  const wanted: Wanted[] = [
    {
      ...plain,
      name: "Percent",
      type: "percentage",
      value: random.pick([20, 7.5, 12.3456]),
      levels: [
        { level: 2, percent: random.pick([5, 2.5]), basis: "order" },
        { level: 3, percent: 10, basis: "commission" },
      ],
    },
    {
      ...plain,
      name: "Per item",
      type: "fixed_per_item",
      value: 0,
      fixed: { usd: random.pick([5, 0.33]), jpy: 150, kwd: 1.505 },
      holdDays: 0,
      trailingMonths: 0,
      selfReferral: "flag",
      minimums: { usd: 20 },
    },
    {
      ...plain,
      name: "Per order",
      type: "fixed_per_order",
      value: random.pick([7, 2.5]),
      holdDays: 14,
      trailingMonths: 3,
      firstTouch: true,
      newCustomersOnly: true,
    },
    {
      ...plain,
      name: "All in",
      type: "percentage",
      value: random.pick([10, 33.3333]),
      holdDays: 0,
      selfReferral: "allow",
      includeShipping: true,
      includeTax: true,
      minimums: { usd: 50, eur: 10 },
      levels: [{ level: 2, percent: 12.5, basis: "commission" }],
    },
  ]
  const programs: Program[] = []
  for (const program of wanted) {
    const { affiliate_program } = ok(
      await admin.post("/admin/affiliate-programs", {
        name: `${program.name} ${random.seed}`,
        commission_type: program.type,
        ...(program.type === "percentage"
          ? {}
          : { fixed_values: amounts(program.fixed) }),
        commission_value: program.value,
        hold_days: program.holdDays,
        trailing_months: program.trailingMonths,
        attribution_model: program.firstTouch ? "first_touch" : "last_touch",
        self_referral: program.selfReferral,
        new_customers_only: program.newCustomersOnly,
        include_shipping: program.includeShipping,
        include_tax: program.includeTax,
        minimum_payouts: amounts(program.minimums),
        levels: program.levels,
      })
    )
    programs.push({
      ...program,
      id: affiliate_program.id,
      rules: [],
      tiers: [],
    })
  }
  for (const { of, ...tier } of TIERS) {
    const program = programs[of]!
    const { affiliate_tier } = ok(
      await admin.post("/admin/affiliate-tiers", {
        program_id: program.id,
        name: tier.name,
        commission_value: tier.value,
        minimum_payouts: amounts(tier.minimums),
      })
    )
    program.tiers.push({ ...tier, id: affiliate_tier.id })
  }
  return programs
}

/** Without requirements that would move anybody: a person says who is in which. */
const TIERS: (Omit<Tier, "id"> & { of: number })[] = [
  { of: 0, name: "Silver", value: 15, minimums: {} },
  { of: 0, name: "Star", value: null, minimums: { usd: 2 } },
  { of: 1, name: "Gold", value: 9, minimums: { usd: 5 } },
  { of: 3, name: "Grand", value: 25, minimums: { eur: 1 } },
]
