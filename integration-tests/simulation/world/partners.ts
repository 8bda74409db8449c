import { ok, type Api, type Customer, type Store } from "../../harness"
import { createAffiliate, logIn, register } from "../../support/people"
import { Affiliate, Program } from "../model/terms"
import { Random } from "../random"

/** An affiliate, with what shoppers and the affiliate use. */
export interface Partner {
  affiliate: Affiliate
  /** Their own client; `null` for whom the merchant does everything. */
  api: Api | null
  discountCode: string
  discountPercent: number
  /** Attributes, and takes nothing off. */
  plainCode: string
  /** Slugs of their links; whoever cannot log in has none. */
  links: string[]
}

/** Where an affiliate stands, and how they came. */
interface Place {
  tier?: Affiliate["tier"]
  parent?: Affiliate
  percent?: number
  customerId?: string
  /** Applied by themselves, and can log in. */
  registers?: boolean
}

/** No two alike, so that it is clear which of two codes takes more off. */
const DISCOUNTS = [10, 25, 5, 15, 20, 30, 12, 8, 18]

/** Two levels of parents, an own rate, a tier, an affiliate with an account of the shop. */
export async function createPartners(
  store: Store,
  [percent, perItem, perOrder, allIn]: Program[],
  fay: Customer,
  { seed }: Random
): Promise<Partner[]> {
  const partners: Partner[] = []
  const add = async (
    name: string,
    program: Program | undefined,
    place: Place = {}
  ): Promise<Affiliate> => {
    const affiliate = await enrol(store, name, seed, program!, place)
    const codes = await giveCodes(
      store,
      affiliate,
      seed,
      DISCOUNTS[partners.length]!
    )
    const api = place.registers ? await logIn(store, affiliate.email) : null
    const links = api ? await makeLinks(api) : []
    partners.push({ affiliate, api, links, ...codes })
    return affiliate
  }
  const ada = await add("Ada", percent, { registers: true })
  const bea = await add("Bea", percent, { parent: ada })
  await add("Cid", percent, { parent: bea, percent: 33.3333, registers: true })
  await add("Dov", perItem, { registers: true })
  await add("Eli", perItem, { tier: perItem!.tiers[0] })
  // Fay buys under an e-mail of her own, with the account that the merchant knows her by.
  await add("Fay", perOrder, { customerId: fay.id })
  const gus = await add("Gus", allIn, { registers: true })
  await add("Hal", allIn, { parent: gus })
  await add("Ivy", percent, { parent: ada })
  return partners
}

async function enrol(
  store: Store,
  name: string,
  seed: number,
  program: Program,
  { registers, tier, parent, percent, customerId }: Place
): Promise<Affiliate> {
  const email = `${name.toLowerCase()}-${seed}@example.com`
  const place = {
    program_id: program.id,
    tier_id: tier?.id ?? null,
    parent_id: parent?.id ?? null,
    customer_id: customerId ?? null,
    commission_percent: percent ?? null,
  }
  const { id } = registers
    ? await register(store, { name, email })
    : await createAffiliate(store, { name, email, ...place })
  if (registers) {
    ok(await store.admin.post(`/admin/affiliates/${id}`, place))
    ok(await store.admin.post(`/admin/affiliates/${id}/approve`))
  }
  return {
    id,
    name,
    email,
    program,
    tier: tier ?? null,
    parent: parent ?? null,
    percent: percent ?? null,
    contracts: [],
    customerId: customerId ?? null,
    status: "approved",
    account: null,
    coolOffDays: 0,
    accepted: 0,
    identity: "not_required",
  }
}

/** One of a campaign, with a mark of its own for visits that bring none, and one without either. */
async function makeLinks(api: Api): Promise<string[]> {
  const slugs: string[] = []
  for (const place of [{ campaign: "Autumn", sub_id: "post" }, {}]) {
    const { link } = ok(
      await api.post("/affiliate/links", {
        destination_url: "http://localhost:8000/",
        ...place,
      })
    )
    slugs.push(link.slug)
  }
  return slugs
}

async function giveCodes(
  { admin }: Store,
  { id, name }: Affiliate,
  seed: number,
  discountPercent: number
) {
  const discountCode = `${name.toUpperCase()}${discountPercent}-${seed}`
  const plainCode = `${name}-link-${seed}`
  const path = `/admin/affiliates/${id}/codes`
  ok(
    await admin.post(path, {
      code: discountCode,
      discount_percent: discountPercent,
    })
  )
  ok(await admin.post(path, { code: plainCode }))
  return { discountCode, discountPercent, plainCode }
}
