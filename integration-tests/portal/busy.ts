import { toBuffer } from "qrcode"
import { buy, capture, ok, refund, type Store } from "../harness"
import {
  addProgram,
  join,
  logIn,
  publishAgreement,
  putBankOnFile,
  release,
  remember,
  requestPayout,
  uniqueEmail,
  untilPaid,
  type Affiliate,
} from "../harness/affiliates"
import { vatForm, w9 } from "../support/tax-forms"
import { browserAt, follow } from "../harness/affiliates/browsers"

/** A name without a place to break it, as long as names may be for most. */
export const LONG_NAME = `Wolfe${"schlegelsteinhausenberger".repeat(5)}dorff & Söhne <b>GmbH</b>`

export type Busy = {
  program_id: string
  /** Has a lot of everything, with long names, in several currencies. */
  busy: Affiliate
  /** Was approved this minute. */
  fresh: Affiliate
}

const LINKS = 24
const CORRECTIONS = 24

/** An affiliate who has a lot of everything, and one who has nothing. */
export async function playBusyWeeks(store: Store): Promise<Busy> {
  const { admin, shop } = store
  const program_id = await addProgram(store, {
    name: "Friends",
    hold_days: 0,
    levels: [{ level: 2, percent: 5, basis: "order" }],
    milestones: [
      { currency_code: "usd", amount: 50 },
      { currency_code: "usd", amount: 5000 },
    ],
  })
  ok(
    await admin.post("/admin/affiliate-tiers", {
      program_id,
      name: "Star",
      rank: 2,
      auto: true,
      commission_value: 25,
      requirements: [{ metric: "orders", window_days: 90, threshold: 30 }],
    })
  )
  const member = async (name: string, parent_id?: string) => {
    const somebody = await join(
      shop,
      { name, email: uniqueEmail() },
      { program_id, parent_id }
    )
    return { ...somebody, api: await logIn(store, somebody.email) }
  }
  const busy = await member(LONG_NAME)
  const below = await member(`Below ${LONG_NAME}`, busy.id)
  const fresh = await member("Fay Fresh")
  await makeLinks(busy)
  for (const creative of [
    { kind: "text", text: "Warm shirts for long evenings." },
    {
      kind: "banner",
      image: {
        mime_type: "image/png",
        content: (await toBuffer("a banner")).toString("base64"),
      },
    },
  ])
    ok(
      await admin.post("/admin/affiliate-creatives", {
        program_id,
        title: `Autumn, ${creative.kind}`,
        destination_url: "http://localhost:8000/autumn",
        ...creative,
      })
    )
  await sellSome(store, busy, below)
  for (let at = 1; at <= CORRECTIONS; at++)
    ok(
      await admin.post("/admin/affiliate-adjustments", {
        affiliate_id: busy.id,
        currency_code: ["usd", "eur", "jpy"][at % 3],
        amount: at === CORRECTIONS ? 120_345 : at,
        reason: at % 5 === 0 ? `Bonus for ${LONG_NAME}` : `Video ${at}`,
      })
    )
  await putBankOnFile(store, busy.id)
  for (const form of [w9({ name: LONG_NAME }), vatForm({ name: LONG_NAME })])
    ok(
      await busy.api.post("/affiliate/tax-form", {
        ...form,
        signature: { ...form.signature, capacity: LONG_NAME.slice(0, 100) },
      })
    )
  await release(store)
  const payout = await requestPayout(store, busy.id, 15)
  for (const step of ["process", "mark-paid"])
    ok(await admin.post(`/admin/affiliate-payouts/${payout}/${step}`))
  await requestPayout(store, busy.id, 20)
  // From here on payouts wait until it is accepted.
  await publishAgreement(store, program_id, {
    title: "Terms for makers",
    body: `${"Be honest. ".repeat(40)}\n\n${"https://shop.example/".repeat(12)}`,
  })
  return { program_id, busy, fresh }
}

async function makeLinks({ api }: Affiliate): Promise<void> {
  for (let at = 1; at <= LINKS; at++)
    ok(
      await api.post("/affiliate/links", {
        destination_url: `http://localhost:8000/${at === LINKS ? "a".repeat(300) : `page-${at}`}`,
        label: at === LINKS ? LONG_NAME : `Post ${at}`,
        campaign: at % 2 ? "Autumn" : "a-campaign-".repeat(12),
        sub_id: `sub-${at % 4}`,
      })
    )
}

/** Orders by a link, one of them given back in part and one not paid for, and one of somebody below. */
async function sellSome(
  store: Store,
  busy: Affiliate,
  below: Affiliate
): Promise<void> {
  const { shop } = store
  const [link] = ok(await busy.api.get("/affiliate/links", { limit: 1 })).links
  const { cookie } = await follow(
    browserAt(store.api),
    `/affiliate/r/${link.slug}`
  )
  const byLink = async (cartId: string) => {
    ok(
      await shop.storefront
        .with({ cookie: cookie! })
        .post(`/store/carts/${cartId}/affiliate`)
    )
  }
  const items = [{ ware: shop.shirt, quantity: 2 }, { ware: shop.mug }]
  const first = await buy(shop, { items, beforePayment: byLink })
  const second = await buy(shop, { items, beforePayment: byLink })
  const [{ code }] = ok(await below.api.get("/affiliate/profile")).affiliate
    .codes
  const third = await buy(shop, { items, beforePayment: remember({ code }) })
  for (const { id } of [first, second, third]) {
    await capture(shop, id)
    await untilPaid(store, id)
  }
  await refund(shop, second.id, 33)
  // Nobody has paid for this one yet.
  await buy(shop, { items: [{ ware: shop.mug }], beforePayment: byLink })
}
