import { buy, cancelOrder, ok, refund, type Store } from "../harness"
import {
  addProgram,
  giveMoney,
  remember,
  type Affiliate,
} from "../harness/affiliates"
import { browserAt, follow } from "../harness/affiliates/browsers"
import { makeAffiliate } from "./affiliates"
import { untilReconciled } from "./verdicts"

/** Two affiliates, and what happened to them; what it comes to is written down by whoever tests it. */
export type Happened = {
  program_id: string
  /** Has two links, and earns from what Bob sells. */
  ada: Affiliate
  bob: Affiliate
  spring: { id: string; slug: string }
  plain: { id: string; slug: string }
}

const THRESHOLDS = [20, 40, 100].map((amount) => ({
  currency_code: "usd",
  amount,
}))

/** Somebody comes by a link; answers the click. */
export async function visit(
  store: Store,
  slug: string,
  sub_id = ""
): Promise<string> {
  const { location } = await follow(
    browserAt(store.api),
    `/affiliate/r/${slug}?sub_id=${sub_id}`
  )
  return location!.searchParams.get("aff_click")!
}

/** An order was placed so many days ago. */
export const placeEarlier = (store: Store, order_id: string, days: number) =>
  store.database.sql(
    `UPDATE affiliate_conversion SET placed_at = placed_at - make_interval(days => $2)
      WHERE order_id = $1`,
    [order_id, days]
  )

/**
 * At 20 %: a Shirt (100.00) by the link of a campaign, two Mugs (40.00) by a
 * link without one of which a fifth was given back, a Mug in EUR and a Shirt 40
 * days ago by the code, another that was cancelled; a Shirt of Bob's, from whose
 * 20.00 Ada has a tenth; and 1.50 taken from her by hand. Three visits counted,
 * and one repeated.
 */
export async function letThingsHappen(store: Store): Promise<Happened> {
  const { admin, shop } = store
  const program_id = await addProgram(store, {
    hold_days: 0,
    levels: [{ level: 2, percent: 10, basis: "commission" }],
    milestones: [...THRESHOLDS, { currency_code: "jpy", amount: 1000 }],
  })
  const ada = await makeAffiliate(store, { name: "Ada", program_id })
  const bob = await makeAffiliate(store, { name: "Bob", program_id })
  ok(
    await admin.post(`/admin/affiliates/${bob.id}`, {
      parent_id: ada.id,
    })
  )
  const link = async (fields: object) =>
    ok(
      await ada.api.post("/affiliate/links", {
        destination_url: "http://localhost:8000/",
        ...fields,
      })
    ).link
  const spring = await link({ campaign: "Spring", sub_id: "bio", label: "Bio" })
  const plain = await link({})

  const sell = async (
    touch: { click_id?: string; code?: string },
    purchase: Partial<Parameters<typeof buy>[1]> = {}
  ): Promise<string> => {
    const { id } = await buy(shop, {
      items: [{ ware: shop.shirt }],
      provider: "pp_auto_capture_default",
      beforePayment: remember(touch),
      ...purchase,
    })
    await untilReconciled(store, id)
    return id
  }
  await visit(store, spring.slug)
  await sell({ click_id: await visit(store, spring.slug) })
  const mugs = await sell(
    { click_id: await visit(store, plain.slug, "story") },
    { items: [{ ware: shop.mug, quantity: 2 }] }
  )
  await refund(shop, mugs, 11)
  await untilReconciled(store, mugs)
  await sell(
    { code: ada.code },
    { items: [{ ware: shop.mug }], currency: "eur" }
  )
  await placeEarlier(store, await sell({ code: ada.code }), 40)
  const canceled = await sell({ code: ada.code })
  await cancelOrder(shop, canceled)
  await untilReconciled(store, canceled)
  await sell({ code: bob.code })
  await giveMoney(store, ada.id, -1.5)
  return { program_id, ada, bob, spring, plain }
}
