import {
  addWare,
  ok,
  signUp,
  type Api,
  type Currency,
  type Customer,
  type Store,
  type Ware,
} from "../harness"
import { Fraction } from "../support/fraction"
import { createAffiliate, logIn, register } from "../support/people"
import { Model } from "./model/model"
import { Incoming, Money } from "./model/order"
import { Affiliate, Program } from "./model/terms"
import { Buyer, Judged } from "./model/verdict"
import { Random } from "./random"

/** Who buys: a guest, or somebody with an account. */
export interface Shopper extends Buyer {
  customer: Customer | null
  visitorId: string
  /** Whose links they followed, the latest last. */
  clicks: Affiliate[]
}

export interface Partner {
  affiliate: Affiliate
  /** Their own client; `null` for whom the merchant does everything. */
  api: Api | null
  discountCode: string
  discountPercent: number
  /** Attributes, and takes nothing off. */
  plainCode: string
}

/** Something to buy, with its price in each currency. */
export interface Good {
  ware: Ware
  price: Record<Currency, number>
}

/** One simulated shop with its affiliates: what is really there, and what the model says of it. */
export interface World {
  store: Store
  random: Random
  model: Model
  programs: Program[]
  partners: Partner[]
  shoppers: Shopper[]
  goods: Good[]
  startedAt: string
}

export const MONEY: Record<Currency, Money> = {
  usd: { code: "usd", digits: 2, taxPercent: 10, taxIncluded: false },
  eur: { code: "eur", digits: 2, taxPercent: 19, taxIncluded: true },
  jpy: { code: "jpy", digits: 0, taxPercent: 0, taxIncluded: false },
  kwd: { code: "kwd", digits: 3, taxPercent: 0, taxIncluded: false },
}

/** A price as the shop states it, without its tax. */
export const withoutTax = (
  price: number,
  { taxIncluded, taxPercent }: Money
): Fraction =>
  taxIncluded
    ? Fraction.of(price)
        .times(Fraction.of(100))
        .dividedBy(Fraction.of(100 + taxPercent))
    : Fraction.of(price)

export const isIncoming = (
  judged: Judged
): judged is Judged & { order: { incoming: Incoming } } =>
  judged.order.incoming !== null

/** The same goods for every seed of a store. */
export async function stockGoods({ shop }: Store): Promise<Good[]> {
  const same = (price: number) => ({
    usd: price,
    eur: price,
    jpy: price,
    kwd: price,
  })
  const odd = { usd: 19.99, eur: 17.49, jpy: 333, kwd: 1.235 }
  const cheap = { usd: 0.05, eur: 0.07, jpy: 5, kwd: 0.015 }
  return [
    { ware: shop.shirt, price: same(100) },
    { ware: shop.mug, price: same(20) },
    { ware: await addWare(shop, { title: "Poster", price: odd }), price: odd },
    {
      ware: await addWare(shop, { title: "Sticker", price: cheap }),
      price: cheap,
    },
  ]
}

export async function createWorld(
  store: Store,
  goods: Good[],
  random: Random
): Promise<World> {
  const [{ now }] = await store.database.sql<{ now: Date }>(
    "SELECT clock_timestamp() AS now"
  )
  const programs = await createPrograms(store, random)
  const fay = await signUp(store.shop, `fay-shops-${random.seed}@example.com`)
  const partners = await createPartners(store, programs, fay, random)
  const shoppers = await createShoppers(store, partners, fay, random)
  return {
    store,
    random,
    model: new Model(),
    programs,
    partners,
    shoppers,
    goods,
    startedAt: now.toISOString(),
  }
}

const amounts = (byCurrency: Record<string, number>) =>
  Object.entries(byCurrency).map(([currency_code, amount]) => ({
    currency_code,
    amount,
  }))

async function createPrograms(
  { admin }: Store,
  random: Random
): Promise<Program[]> {
  const plain: Omit<Program, "id" | "name" | "type" | "value"> = {
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
  }
  const wanted: Omit<Program, "id">[] = [
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
    programs.push({ ...program, id: affiliate_program.id })
  }
  return programs
}

async function createPartners(
  store: Store,
  programs: Program[],
  fay: Customer,
  random: Random
): Promise<Partner[]> {
  const [percent, perItem, perOrder, allIn] = programs as [
    Program,
    Program,
    Program,
    Program,
  ]
  const { affiliate_tier } = ok(
    await store.admin.post("/admin/affiliate-tiers", {
      program_id: perItem.id,
      name: "Gold",
      commission_value: 9,
      minimum_payouts: [{ currency_code: "usd", amount: 5 }],
    })
  )
  const gold = {
    id: affiliate_tier.id as string,
    value: 9,
    minimums: { usd: 5 },
  }
  const partners: Partner[] = []
  const add = async (
    name: string,
    program: Program,
    parts: Partial<
      Pick<Affiliate, "tier" | "parent" | "percent" | "customerId">
    > & { email?: string; registers?: boolean } = {}
  ) => {
    const {
      registers = false,
      email = `${name.toLowerCase()}-${random.seed}@example.com`,
      ...rest
    } = parts
    const place = {
      program_id: program.id,
      tier_id: rest.tier?.id ?? null,
      parent_id: rest.parent?.id ?? null,
      customer_id: rest.customerId ?? null,
      commission_percent: rest.percent ?? null,
    }
    let id: string
    if (registers) {
      id = (await register(store, { name, email })).id
      ok(await store.admin.post(`/admin/affiliates/${id}`, place))
      ok(await store.admin.post(`/admin/affiliates/${id}/approve`))
    } else {
      id = (await createAffiliate(store, { name, email, ...place })).id
    }
    const discountPercent = [10, 25, 5, 15, 20, 30, 12, 8][partners.length]!
    const discountCode = `${name.toUpperCase()}${discountPercent}-${random.seed}`
    const plainCode = `${name}-link-${random.seed}`
    const codes = `/admin/affiliates/${id}/codes`
    ok(
      await store.admin.post(codes, {
        code: discountCode,
        discount_percent: discountPercent,
      })
    )
    ok(await store.admin.post(codes, { code: plainCode }))
    const affiliate: Affiliate = {
      id,
      name,
      email,
      program,
      tier: null,
      parent: null,
      percent: null,
      customerId: null,
      ...rest,
      status: "approved",
      hasPayoutMethod: false,
    }
    const api = registers ? await logIn(store, email) : null
    partners.push({ affiliate, api, discountCode, discountPercent, plainCode })
    return affiliate
  }
  const ada = await add("Ada", percent, { registers: true })
  const bea = await add("Bea", percent, { parent: ada })
  await add("Cid", percent, { parent: bea, percent: 33.3333, registers: true })
  await add("Dov", perItem, { registers: true })
  await add("Eli", perItem, { tier: gold })
  // Fay buys under an e-mail of her own, with the account that the merchant knows her by.
  await add("Fay", perOrder, { customerId: fay.id })
  const gus = await add("Gus", allIn)
  await add("Hal", allIn, { parent: gus })
  return partners
}

async function createShoppers(
  store: Store,
  partners: Partner[],
  fay: Customer,
  random: Random
): Promise<Shopper[]> {
  const { seed } = random
  const shoppers: Shopper[] = []
  const add = (name: string, email: string, customer: Customer | null) =>
    shoppers.push({
      name,
      email,
      customerId: customer?.id ?? null,
      customer,
      visitorId: `visitor-${seed}-${shoppers.length}`,
      clicks: [],
    })
  for (let index = 1; index <= 6; index++) {
    add(`guest ${index}`, `guest${index}-${seed}@example.com`, null)
  }
  for (let index = 1; index <= 2; index++) {
    const email = `account${index}-${seed}@example.com`
    add(`account ${index}`, email, await signUp(store.shop, email))
  }
  add("Fay herself", fay.email, fay)
  add("Cid herself", partners[2]!.affiliate.email, null)
  add(
    "Dov's second mailbox",
    partners[3]!.affiliate.email.replace("@", "+shop@"),
    null
  )
  return shoppers
}
