import { buy, capture, ok, refund, type Store } from "../harness"
import {
  addProgram,
  addTier,
  giveMoney,
  join,
  logIn,
  putBankOnFile,
  payOut,
  publishAgreement,
  release,
  requestPayout,
  untilPaid,
  type Affiliate,
} from "../harness/affiliates"
import { vatForm, w8ben } from "../support/tax-forms"
import { browserAt, follow } from "../harness/affiliates/browsers"

/** What somebody buys, how many days ago, by which link, and how many looked before. */
const SALES = [
  { daysAgo: 58, link: 0, shirts: 1, mugs: 0, visits: 6 },
  { daysAgo: 47, link: 1, shirts: 1, mugs: 1, visits: 5 },
  { daysAgo: 41, link: 0, shirts: 0, mugs: 3, visits: 4 },
  { daysAgo: 27, link: 0, shirts: 1, mugs: 1, visits: 9 },
  { daysAgo: 24, link: 1, shirts: 2, mugs: 0, visits: 12 },
  { daysAgo: 21, link: 2, shirts: 0, mugs: 2, visits: 7 },
  { daysAgo: 17, link: 0, shirts: 1, mugs: 0, visits: 11 },
  { daysAgo: 13, link: 1, shirts: 2, mugs: 1, visits: 14 },
  { daysAgo: 9, link: 0, shirts: 1, mugs: 2, visits: 10 },
  { daysAgo: 6, link: 2, shirts: 1, mugs: 0, visits: 13 },
  { daysAgo: 3, link: 1, shirts: 3, mugs: 1, visits: 16 },
  { daysAgo: 1, link: 0, shirts: 1, mugs: 1, visits: 12 },
]

export type PictureWeeks = { mira: Affiliate }

/** Some weeks of an affiliate who does well, for the pictures of the documentation. */
export async function playPictureWeeks(store: Store): Promise<PictureWeeks> {
  const { shop } = store
  const program_id = await addProgram(store, {
    name: "Northwind Partners",
    hold_days: 14,
    milestones: [100, 250, 500].map((amount) => ({
      currency_code: "usd",
      amount,
    })),
    levels: [{ level: 2, percent: 5, basis: "order" }],
  })
  await publishAgreement(store, program_id, { title: "Partner terms" })
  const partner = await addTier(store, { program_id, name: "Partner", rank: 1 })
  await addTier(store, {
    program_id,
    name: "Star partner",
    rank: 2,
    auto: true,
    commission_value: 25,
    requirements: [{ metric: "orders", window_days: 90, threshold: 20 }],
  })
  const applied = await join(
    shop,
    { name: "Mira Lindqvist", email: "mira@lindqvist.example", code: "MIRA" },
    { program_id, tier_id: partner }
  )
  const mira = { ...applied, api: await logIn(store, applied.email) }
  ok(await mira.api.post("/affiliate/agreements/1/accept", {}))
  await putBankOnFile(store, mira.id, {
    account_holder: "Mira Lindqvist",
    iban: "DE89370400440532013000",
  })
  for (const form of [
    w8ben({
      name: mira.name,
      signature: { ...w8ben().signature, name: mira.name },
      treaty: {
        country_code: "de",
        article: "7(1)",
        rate: 0,
        income_type: "Business profits",
      },
    }),
    vatForm({ name: mira.name }),
  ])
    ok(await mira.api.post("/affiliate/tax-form", form))
  const links = await makeLinks(mira)
  const orders: string[] = []
  for (const sale of SALES) orders.push(await sell(store, links, sale))
  await backdate(store, mira, links, orders)
  await refund(shop, orders[7], 60)
  await release(store)
  await giveMoney(store, mira.id, 15, "usd", "Thank you for the studio tour")
  await payOut(store, mira.id)
  await giveMoney(store, mira.id, 40, "usd", "Banner of the month")
  await requestPayout(store, mira.id, 25)
  return { mira }
}

type Link = { id: string; slug: string }

async function makeLinks({ api }: Affiliate): Promise<Link[]> {
  const links: Link[] = []
  for (const [label, campaign, page, slug] of [
    [
      "Studio tour, episode 12",
      "Autumn collection",
      "collections/autumn",
      "studio-tour",
    ],
    ["Newsletter, October", "Newsletter", "products/shirt", "october-letter"],
    ["Mug unboxing", "Autumn collection", "products/mug", "mug"],
  ])
    links.push(
      ok(
        await api.post("/affiliate/links", {
          destination_url: `https://northwind.example/${page}`,
          label,
          campaign,
          slug,
        })
      ).link
    )
  return links
}

async function sell(
  { shop, api }: Store,
  links: Link[],
  sale: (typeof SALES)[number]
): Promise<string> {
  const { cookie } = await follow(
    browserAt(api),
    `/affiliate/r/${links[sale.link].slug}`
  )
  const order = await buy(shop, {
    items: [
      ...(sale.shirts ? [{ ware: shop.shirt, quantity: sale.shirts }] : []),
      ...(sale.mugs ? [{ ware: shop.mug, quantity: sale.mugs }] : []),
    ],
    beforePayment: async (cartId) => {
      ok(
        await shop.storefront
          .with({ cookie: cookie! })
          .post(`/store/carts/${cartId}/affiliate`)
      )
    },
  })
  await capture(shop, order.id)
  await untilPaid({ admin: shop.admin }, order.id)
  return order.id
}

/** Moves what was sold, and those who looked, to their days: the store itself writes down only what happens now. */
async function backdate(
  { database }: Store,
  { id }: Affiliate,
  links: Link[],
  orders: string[]
): Promise<void> {
  for (const [at, { daysAgo, link, visits }] of SALES.entries()) {
    await database.sql(
      `UPDATE affiliate_conversion SET placed_at = placed_at - make_interval(days => $2)
        WHERE order_id = $1`,
      [orders[at], daysAgo]
    )
    await database.sql(
      `UPDATE affiliate_commission
          SET available_at = available_at - make_interval(days => $2),
              created_at = created_at - make_interval(days => $2)
        WHERE order_id = $1`,
      [orders[at], daysAgo]
    )
    await database.sql(
      `INSERT INTO affiliate_click_daily AS d (day, affiliate_id, link_id, sub_id, clicks)
       VALUES (current_date - $1::int, $2, $3, '', $4)
       ON CONFLICT DO NOTHING`,
      [daysAgo, id, links[link].id, visits]
    )
  }
}
