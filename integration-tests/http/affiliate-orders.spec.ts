import { buy, cancelOrder, ok, signUp, useStore } from "../harness"
import { uniqueEmail } from "../support/people"
import {
  addAffiliate,
  addProgram,
  type AddedAffiliate,
} from "../support/programs"
import { remember } from "../support/touches"
import { readVerdict, untilReconciled } from "../support/verdicts"

/** The list of verdicts, credited or not. */
const store = useStore()

let ada: AddedAffiliate
let bob: AddedAffiliate
/** Order ids by what they are. */
const orders: Record<string, string> = {}
let customerId: string

beforeAll(async () => {
  const { shop, admin } = store
  const program_id = await addProgram(store, { self_referral: "flag" })
  ada = await addAffiliate(store, { name: "Ada Lovelace", program_id })
  bob = await addAffiliate(store, { name: "Bob 50%_off", program_id })
  const customer = await signUp(shop, uniqueEmail())
  customerId = customer.id
  const purchases: Record<string, Partial<Parameters<typeof buy>[1]>> = {
    byCode: { customer, beforePayment: remember({ code: ada.code }) },
    byBond: { customer },
    nobody: { email: "Nobody.In.Particular@example.com" },
    inEuro: { currency: "eur", beforePayment: remember({ code: bob.code }) },
    flagged: { email: ada.email, beforePayment: remember({ code: ada.code }) },
    canceled: { beforePayment: remember({ code: bob.code }) },
    byHand: {},
  }
  for (const [name, purchase] of Object.entries(purchases)) {
    const { id } = await buy(shop, {
      items: [{ ware: shop.mug, quantity: Object.keys(orders).length + 1 }],
      ...purchase,
    })
    orders[name] = id
    await untilReconciled(store, id)
  }
  await cancelOrder(shop, orders.canceled!)
  await untilReconciled(store, orders.canceled!)
  ok(
    await admin.post(`/admin/affiliate-orders/${orders.byHand}/attribute`, {
      affiliate_id: bob.id,
      note: "by phone",
    })
  )
})

type Row = {
  order_id: string
  order_display_id: number
  placed_at: string
  base_total: number
  canceled: boolean
}

const list = async (
  query: Record<string, string | number | boolean | string[]> = {}
): Promise<{
  affiliate_orders: Row[]
  count: number
  offset: number
  limit: number
}> => ok(await store.admin.get("/admin/affiliate-orders", query))

/** The names of the orders that a query finds, sorted. */
const found = async (query: Parameters<typeof list>[0]): Promise<string[]> => {
  const ids = (await list(query)).affiliate_orders.map(
    ({ order_id }) => order_id
  )
  return Object.keys(orders)
    .filter((name) => ids.includes(orders[name]!))
    .sort()
}

test("has every order once, newest first, with who was credited", async () => {
  const { affiliate_orders, ...paging } = await list()
  expect(paging).toEqual({ count: 7, offset: 0, limit: 20 })
  expect(affiliate_orders.map(({ order_id }) => order_id)).toEqual(
    Object.values(orders).reverse()
  )
  expect(affiliate_orders[6]).toMatchObject({
    order_id: orders.byCode,
    outcome: "attributed",
    reason: "code",
    source: "code",
    affiliate_id: ada.id,
    affiliate: { id: ada.id, name: "Ada Lovelace", email: ada.email },
    currency_code: "usd",
    base_total: 20,
    commission_total: 4,
    canceled: false,
    paid: false,
    flagged: false,
    note: null,
  })
  expect(affiliate_orders[4]).toMatchObject({
    outcome: "none",
    reason: "no_touch",
    affiliate_id: null,
    affiliate: null,
    source: null,
    commission_total: 0,
  })
  const canceled = affiliate_orders.find(
    ({ order_id }) => order_id === orders.canceled
  )
  expect(canceled).toMatchObject({ canceled: true, base_total: 0 })
})

test.each<[string, Record<string, string | boolean | string[]>, string[]]>([
  ["the outcome", { outcome: "none" }, ["nobody"]],
  ["the reason", { reason: "attribution" }, ["byBond"]],
  ["the source", { source: "manual" }, ["byHand"]],
  ["sources", { source: ["manual", "attribution"] }, ["byBond", "byHand"]],
  ["the flag", { flagged: true }, ["flagged"]],
  ["the currency", { currency_code: "eur" }, ["inEuro"]],
  ["what not", { "reason[$ne]": "code" }, ["byBond", "byHand", "nobody"]],
])("is filtered by %s", async (_, query, names) => {
  expect(await found(query)).toEqual(names)
})

test("is filtered by affiliate, customer, order and time", async () => {
  expect(await found({ affiliate_id: bob.id })).toEqual([
    "byHand",
    "canceled",
    "inEuro",
  ])
  expect(await found({ affiliate_id: [ada.id, bob.id] })).toHaveLength(6)
  expect(await found({ customer_id: customerId })).toEqual(["byBond", "byCode"])
  expect(await found({ order_id: orders.nobody! })).toEqual(["nobody"])
  const { affiliate_orders } = await list()
  const { placed_at } = affiliate_orders[2]!
  expect(await found({ "placed_at[$gte]": placed_at })).toHaveLength(3)
  expect(await found({ "placed_at[$lt]": placed_at })).toHaveLength(4)
})

test("filters narrow one another down", async () => {
  expect(await found({ affiliate_id: bob.id, source: "code" })).toEqual([
    "canceled",
    "inEuro",
  ])
  expect(await found({ affiliate_id: ada.id, outcome: "none" })).toEqual([])
})

test("is searched by the affiliate's name, the buyer's e-mail, the order's number and id, literally", async () => {
  expect(await found({ q: "lovelace" })).toEqual([
    "byBond",
    "byCode",
    "flagged",
  ])
  expect(await found({ q: "nobody.in.PARTICULAR" })).toEqual(["nobody"])
  expect(await found({ q: orders.inEuro! })).toEqual(["inEuro"])
  const { affiliate_orders } = await list({ order_id: orders.inEuro! })
  const number = affiliate_orders[0]!.order_display_id
  expect(await found({ q: `#${number}` })).toContain("inEuro")
  expect(await found({ q: "50%_" })).toEqual(["byHand", "canceled", "inEuro"])
  expect(await found({ q: "5%f" })).toEqual([])
})

test("is sorted and paged, each order on one page", async () => {
  const sorted = await list({ order: "base_total" })
  const bases = sorted.affiliate_orders.map(({ base_total }) => base_total)
  expect(bases).toEqual([...bases].sort((a, b) => a - b))

  const pages: string[] = []
  for (let offset = 0; offset < 9; offset += 3) {
    const page = await list({ limit: 3, offset, order: "placed_at" })
    expect(page).toMatchObject({ count: 7, offset, limit: 3 })
    pages.push(...page.affiliate_orders.map(({ order_id }) => order_id))
  }
  expect(pages).toEqual(Object.values(orders))
  expect((await list({ offset: 100 })).affiliate_orders).toEqual([])
})

test.each([
  "affiliate=aff_1",
  "outcome=maybe",
  "source=codes",
  "source[$like]=code",
  "placed_at[$gte]=yesterday",
  "flagged=perhaps",
  "limit=1001",
  "limit=0",
  "offset=-1",
])(
  "refuses what it does not know, rather than finding everything: %s",
  async (query) => {
    const { status } = await store.admin.get(`/admin/affiliate-orders?${query}`)
    expect(status).toBe(400)
  }
)

test("is for the merchant only", async () => {
  expect((await store.api.get("/admin/affiliate-orders")).status).toBe(401)
  const path = `/admin/affiliate-orders/${orders.byCode}`
  expect((await store.api.get(path)).status).toBe(401)
  expect((await store.api.post(`${path}/reconcile`)).status).toBe(401)
})

test("the row and the detail tell the same", async () => {
  const { affiliate_orders } = await list({ order_id: orders.inEuro! })
  const detail = await readVerdict(store, orders.inEuro!)
  expect(detail).toMatchObject(affiliate_orders[0]!)
})
