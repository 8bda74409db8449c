import {
  addProgram,
  addTier,
  publishAgreement,
} from "../../integration-tests/harness/affiliates"
import { ok, type Shop } from "../../integration-tests/harness/shop"

/** The merchant's three programs by id, and how the tiers of two of them are found by name. */
export type Programs = {
  creators: string
  ambassadors: string
  resellers: string
  /** The id of a tier of the creators. */
  creatorTier: (name: string) => string
  /** The id of a tier that ambassadors come into by what they bring. */
  ambassadorTier: Record<"ambassador" | "star", string>
}

export const everywhere = (usd: number, eur: number, jpy: number) => [
  { currency_code: "usd", amount: usd },
  { currency_code: "eur", amount: eur },
  { currency_code: "jpy", amount: jpy },
]

/** What creators agree to. */
export const AGREEMENT = `1. Say that you earn from what you recommend, where people can see it.
2. Do not bid on our name in search ads, and do not post your code on coupon sites.
3. Commissions are paid thirty days after the order, once it is paid in full. What a customer sends back earns nothing.
4. Either of us may end this at any time. What was earned until then is paid.`

/** The default one pays after thirty days and by what its members agreed to, the others at once. */
export async function addPrograms(shop: Shop): Promise<Programs> {
  const { affiliate_programs } = ok(
    await shop.admin.get("/admin/affiliate-programs", { handle: "default" })
  )
  const creators: string = affiliate_programs[0].id
  ok(
    await shop.admin.post(`/admin/affiliate-programs/${creators}`, {
      name: "Creators",
      levels: [
        { level: 2, percent: 5, basis: "order" },
        { level: 3, percent: 10, basis: "commission" },
      ],
      minimum_payouts: everywhere(50, 50, 5000),
    })
  )
  await publishAgreement(shop, creators, {
    title: "Terms for creators",
    body: AGREEMENT,
  })
  const { affiliate_tiers } = ok(
    await shop.admin.get("/admin/affiliate-tiers", { program_id: creators })
  )
  const ambassadors = await addProgram(shop, {
    name: "Ambassadors",
    commission_value: 15,
    hold_days: 0,
    trailing_months: 12,
    minimum_payouts: everywhere(10, 10, 1000),
    levels: [{ level: 2, percent: 10, basis: "commission" }],
    self_referral: "flag",
  })
  return {
    creators,
    creatorTier: (name) =>
      affiliate_tiers.find((tier: { name: string }) => tier.name === name).id,
    ambassadors,
    ambassadorTier: await addTiers(shop, ambassadors),
    resellers: await addProgram(shop, {
      name: "Office resellers",
      commission_type: "fixed_per_item",
      fixed_values: everywhere(4, 4, 500),
      hold_days: 0,
      identity_required: "above_amount",
      identity_amounts: everywhere(1000, 100, 100_000),
    }),
  }
}

/** Everybody is in the lower tier, and in the higher one for as long as they sell enough. */
async function addTiers(
  shop: Shop,
  program_id: string
): Promise<Programs["ambassadorTier"]> {
  return {
    ambassador: await addTier(shop, {
      program_id,
      name: "Ambassador",
      rank: 0,
      auto: true,
    }),
    star: await addTier(shop, {
      program_id,
      name: "Star",
      auto: true,
      rank: 1,
      commission_value: 18,
      requirements: [
        {
          metric: "revenue",
          window_days: 90,
          currency_code: "usd",
          threshold: 300,
        },
      ],
      features: ["A contact of their own", "New goods a week before others"],
    }),
  }
}
