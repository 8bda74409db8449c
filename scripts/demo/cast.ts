import {
  addCode,
  addProgram,
  apply,
  join,
  type Affiliate,
} from "../../integration-tests/harness/affiliates"
import { ok, type Shop } from "../../integration-tests/harness/shop"

/** An affiliate of the demo, with the words it spreads. */
export type Player = Affiliate & {
  /** Gives the buyer a discount. */
  code?: string
  /** Gives nothing; it only tells who sent somebody. */
  word: string
}

/** Everybody the random shoppers may be sent by, and whoever has a scene of their own. */
export type Cast = {
  mira: Player
  jonas: Player
  priya: Player
  northwind: Player
  tomas: Player
  aiko: Player
  samira: Player
  ella: Player
  luca: Player
  bergmann: Player
  peach: Player
}

const EVERYWHERE = (usd: number, eur: number, jpy: number) => [
  { currency_code: "usd", amount: usd },
  { currency_code: "eur", amount: eur },
  { currency_code: "jpy", amount: jpy },
]

/** The merchant's three programs; the default one pays after thirty days, the others at once. */
async function addPrograms(shop: Shop) {
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
      minimum_payouts: EVERYWHERE(50, 50, 5000),
    })
  )
  const { affiliate_tiers } = ok(
    await shop.admin.get("/admin/affiliate-tiers", { program_id: creators })
  )
  const tier = (name: string): string =>
    affiliate_tiers.find((one: { name: string }) => one.name === name).id
  return {
    creators,
    tier,
    ambassadors: await addProgram(shop, {
      name: "Ambassadors",
      commission_value: 15,
      hold_days: 0,
      trailing_months: 12,
      minimum_payouts: EVERYWHERE(10, 10, 1000),
      levels: [{ level: 2, percent: 10, basis: "commission" }],
      self_referral: "flag",
    }),
    resellers: await addProgram(shop, {
      name: "Office resellers",
      commission_type: "fixed_per_item",
      fixed_values: EVERYWHERE(4, 4, 500),
      hold_days: 0,
    }),
  }
}

/** Everybody applies on their own, and the merchant decides. */
export async function castAffiliates(shop: Shop): Promise<Cast> {
  const { creators, ambassadors, resellers, tier } = await addPrograms(shop)
  const enter = async (
    name: string,
    word: string,
    decision: Parameters<typeof join>[2],
    discount?: number,
    more: { website?: string; country_code?: string } = {}
  ): Promise<Player> => {
    const email = `${word.toLowerCase()}@example.com`
    const affiliate = await join(
      shop,
      { name, email, code: word, ...more },
      decision
    )
    const code =
      discount &&
      (await addCode(shop, affiliate, `${word}${discount}`, discount))
    return { ...affiliate, word, ...(code && { code }) }
  }
  const mira = await enter(
    "Mira Köhler",
    "MIRA",
    { program_id: creators, tier_id: tier("Affiliate") },
    10,
    { website: "https://mira.example", country_code: "de" }
  )
  const jonas = await enter(
    "Jonas Freiherr von Hohenstein-Wallenberg zu Drachenfels",
    "DRACHENFELS",
    {
      program_id: creators,
      tier_id: tier("Reseller"),
      parent_id: mira.id,
      commission_percent: 22.5,
    },
    15,
    { country_code: "de" }
  )
  const priya = await enter(
    "Priya Raman",
    "PRIYA",
    { program_id: creators, parent_id: jonas.id },
    10
  )
  const northwind = await enter(
    "Northwind Reviews: Comparisons for Kitchen, Home and Garden, Inc.",
    "NORTHWIND",
    { program_id: creators, tier_id: tier("White-Label") },
    undefined,
    { website: "https://northwind-reviews.example", country_code: "us" }
  )
  const tomas = await enter(
    "Tomás Oliveira",
    "TOMAS",
    { program_id: ambassadors },
    10,
    { website: "https://oliveira.example", country_code: "pt" }
  )
  const aiko = await enter(
    "Aiko Tanaka",
    "AIKO",
    { program_id: ambassadors, parent_id: tomas.id },
    10,
    { country_code: "jp" }
  )
  const samira = await enter("Samira Haddad", "SAMIRA", {
    program_id: ambassadors,
  })
  const ella = await enter(
    "Ella Novak",
    "ELLA",
    { program_id: ambassadors },
    10
  )
  const luca = await enter(
    "Luca Bianchi",
    "LUCA",
    { program_id: ambassadors },
    20
  )
  const bergmann = await enter(
    "Bergmann & Söhne Bürobedarfsgroßhandelsgesellschaft mbH",
    "BERGMANN",
    { program_id: resellers },
    5,
    { website: "https://bergmann-buero.example", country_code: "de" }
  )
  const peach = await enter("Studio Peach", "PEACH", { program_id: resellers })
  return {
    mira,
    jonas,
    priya,
    northwind,
    tomas,
    aiko,
    samira,
    ella,
    luca,
    bergmann,
    peach,
  }
}

/** Two applications that wait for the merchant, and one that was turned down. */
export async function addApplicants(shop: Shop): Promise<void> {
  await apply(shop, {
    name: "Nora Lindqvist",
    email: "nora.lindqvist@example.com",
    code: "NORA",
    website: "https://noras-kitchen.example",
    country_code: "se",
    answers: {
      "Where will you tell people about us?":
        "A weekly newsletter on Nordic kitchens, some 4,000 readers.",
    },
  })
  await apply(shop, {
    name: "Café Zwölfeck GbR",
    email: "hallo@zwoelfeck.example.com",
    website: "https://zwoelfeck.example",
    country_code: "de",
    referral_code: "MIRA",
  })
  const turnedDown = await apply(shop, {
    name: "Coupon Heaven",
    email: "deals@coupon-heaven.example.com",
    website: "https://coupon-heaven.example",
  })
  ok(
    await shop.admin.post(`/admin/affiliates/${turnedDown.id}/reject`, {
      reason: "Collects codes and does not bring anybody",
    })
  )
}
