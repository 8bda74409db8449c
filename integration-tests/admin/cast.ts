import { ok, type Store } from "../harness"
import { addProgram } from "../support/programs"

/** An affiliate of the store that the dashboard is looked at on. */
export type Player = { id: string; name: string; email: string }

export type Cast = {
  programs: { creators: string; ambassadors: string; resellers: string }
} & Record<
  | "mira"
  | "priya"
  | "northwind"
  | "tomas"
  | "samira"
  | "aiko"
  | "bergmann"
  | "peach"
  | "luca",
  Player
>

/** Made-up accounts whose check digits are right. */
const ACCOUNTS: Record<string, Record<string, string>> = {
  de: { iban: "DE89370400440532013000", bic: "COBADEFFXXX" },
  pt: { iban: "PT50000201231234567890154", bic: "BCOMPTPL" },
  jp: { account_number: "1234567", routing_number: "0005-001" },
  us: { account_number: "000123456789", routing_number: "110000000" },
}

/** Three programs, and nine affiliates in them. */
export async function addCast(store: Store): Promise<Cast> {
  const { admin } = store
  const programs = await addPrograms(store)
  const tier = await nameTiers(store, programs.creators)
  const add = async (
    name: string,
    country_code: string,
    fields: Record<string, unknown>
  ): Promise<Player> => {
    const word = name.split(" ")[0].toLowerCase()
    const { affiliate } = ok(
      await admin.post("/admin/affiliates", {
        name,
        email: `hi@${word.normalize("NFD").replace(/\W/g, "")}.example`,
        country_code,
        ...fields,
      })
    )
    const { id, email } = affiliate
    ok(
      await admin.post(`/admin/affiliates/${id}/payout-method`, {
        provider: "manual",
        details: { account_holder: name, ...ACCOUNTS[country_code] },
      })
    )
    return { id, name, email }
  }
  const { creators, ambassadors, resellers } = programs
  const ten = (code: string) => ({ code, discount_percent: 10 })
  const luca = await add("Luca Bianchi", "de", {
    program_id: ambassadors,
    code: "LUCA",
  })
  const bergmann = await add("Bergmann Bürobedarf", "de", {
    program_id: resellers,
    code: "BERGMANN5",
    discount_percent: 5,
  })
  const peach = await add("Peach Studio", "us", {
    program_id: resellers,
    code: "PEACH5",
    discount_percent: 5,
  })
  const aiko = await add("Aiko Tanaka", "jp", {
    program_id: ambassadors,
    ...ten("AIKO10"),
  })
  const samira = await add("Samira Haddad", "de", {
    program_id: ambassadors,
    ...ten("SAMIRA10"),
  })
  const tomas = await add("Tomás Oliveira", "pt", {
    program_id: ambassadors,
    ...ten("TOMAS10"),
  })
  const northwind = await add("Northwind Reviews", "us", {
    program_id: creators,
    tier_id: tier("Partner"),
    code: "NORTHWIND",
  })
  const mira = await add("Mira Köhler", "de", {
    program_id: creators,
    tier_id: tier("Creator"),
    website: "https://mira.example",
    ...ten("MIRA10"),
  })
  ok(await admin.post(`/admin/affiliates/${mira.id}/codes`, { code: "MIRA" }))
  const priya = await add("Priya Raman", "us", {
    program_id: creators,
    tier_id: tier("Creator"),
    parent_id: mira.id,
    ...ten("PRIYA10"),
  })
  ok(
    await admin.post(`/admin/affiliates/${luca.id}/suspend`, {
      reason: "Bids on our name in search ads",
    })
  )
  return {
    programs,
    mira,
    priya,
    northwind,
    tomas,
    samira,
    aiko,
    bergmann,
    peach,
    luca,
  }
}

/** The default program pays two levels, and nothing is held until the day says so; the others pay at once. */
async function addPrograms(store: Store): Promise<Cast["programs"]> {
  const { affiliate_programs } = ok(
    await store.admin.get("/admin/affiliate-programs", { handle: "default" })
  )
  const creators: string = affiliate_programs[0].id
  ok(
    await store.admin.post(`/admin/affiliate-programs/${creators}`, {
      name: "Creators",
      hold_days: 0,
      levels: [{ level: 2, percent: 5, basis: "order" }],
      minimum_payouts: [
        { currency_code: "usd", amount: 50 },
        { currency_code: "eur", amount: 50 },
      ],
    })
  )
  return {
    creators,
    ambassadors: await addProgram(store, {
      name: "Ambassadors",
      commission_value: 15,
      hold_days: 0,
      trailing_months: 12,
    }),
    resellers: await addProgram(store, {
      name: "Office resellers",
      commission_type: "fixed_per_item",
      fixed_values: [
        { currency_code: "usd", amount: 4 },
        { currency_code: "eur", amount: 4 },
      ],
      hold_days: 0,
    }),
  }
}

/** What each tier of the default program is called and pays, from the lowest rank up. */
const TIERS = [
  { name: "Creator", minimum: 50 },
  { name: "Partner", minimum: 50, commission_value: 22.5 },
  { name: "Insider", minimum: 100, commission_value: 25 },
  { name: "House", minimum: 200, commission_value: 30 },
]

/** Answers how a tier's id is found by its name. */
async function nameTiers({ admin }: Store, program_id: string) {
  const { affiliate_tiers } = ok(
    await admin.get("/admin/affiliate-tiers", { program_id, order: "rank" })
  )
  const ids = new Map<string, string>()
  for (const [index, { minimum, ...fields }] of TIERS.entries()) {
    const { id } = affiliate_tiers[index]
    ids.set(fields.name, id)
    ok(
      await admin.post(`/admin/affiliate-tiers/${id}`, {
        ...fields,
        minimum_payouts: [{ currency_code: "usd", amount: minimum }],
      })
    )
  }
  return (name: string): string | undefined => ids.get(name)
}
