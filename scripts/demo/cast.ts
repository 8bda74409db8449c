import {
  addCode,
  join,
  type Affiliate,
} from "../../integration-tests/harness/affiliates"
import type { Shop } from "../../integration-tests/harness/shop"
import type { Programs } from "./programs"

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

/** Everybody applies on their own, and the merchant decides. */
export async function castAffiliates(
  shop: Shop,
  { creators, creatorTier: tier, ambassadors, resellers }: Programs
): Promise<Cast> {
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
