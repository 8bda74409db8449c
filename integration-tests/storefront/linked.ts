import { eventually, ok, type Api } from "../harness"
import {
  addProgram,
  join,
  uniqueEmail,
  type Affiliate,
} from "../harness/affiliates"
import { readVerdict, untilReconciled } from "../support/verdicts"
import type { Shop } from "./shop-window"

/** An affiliate with a link to a page of the shop. */
export type Linked = Affiliate & {
  code: string
  linkId: string
  /** Where the link is followed. */
  link: string
}

type Before = Pick<Shop, "store">

/** @param window_days of a program of their own; without it they are in the store's first one, with 30 */
export async function linkTo(
  { store }: Before,
  destination_url: string,
  {
    name = "Ada King",
    window_days,
  }: { name?: string; window_days?: number } = {}
): Promise<Linked> {
  const decision = window_days && {
    program_id: await addProgram(store, {
      attribution_window_days: window_days,
    }),
  }
  const affiliate = await join(
    store.shop,
    { name, email: uniqueEmail() },
    decision || {}
  )
  const { link } = ok(
    await affiliate.api.post("/affiliate/links", { destination_url })
  )
  const { codes } = ok(await affiliate.api.get("/affiliate/profile")).affiliate
  return {
    ...affiliate,
    code: codes[0].code,
    linkId: link.id,
    link: `${store.baseUrl}/affiliate/r/${link.slug}`,
  }
}

/** The verdict on an order, once there is one. */
export async function verdictOn({ store }: Before, orderId: string) {
  await untilReconciled(store, orderId)
  return await readVerdict(store, orderId)
}

/** What the affiliate reads of the link. */
export async function figuresOf(api: Api, linkId: string) {
  const { clicks, orders } = ok(
    await api.get(`/affiliate/links/${linkId}`)
  ).link
  return { clicks, orders }
}

/** How many visits there are of an affiliate, and how many of them keep something of the visitor. */
export async function clicksOf({ store }: Before, affiliateId: string) {
  const [row] = await store.database.sql<{ all: number; personal: number }>(
    `SELECT count(*)::int AS all,
            count(coalesce(visitor_id, landing_url, referrer))::int AS personal
       FROM affiliate_click WHERE affiliate_id = $1`,
    [affiliateId]
  )
  return row
}

/** Waits until a visit was written down. */
export async function untilClicked(
  before: Before,
  affiliateId: string
): Promise<void> {
  await eventually(async () =>
    expect((await clicksOf(before, affiliateId)).all).toBeGreaterThan(0)
  )
}

/** Has everything that an affiliate's visitors did so far happen that many days earlier. */
export async function letDaysPass(
  { store }: Before,
  affiliateId: string,
  days: number
): Promise<void> {
  await store.database.sql(
    `UPDATE affiliate_click SET created_at = created_at - make_interval(days => $2)
      WHERE affiliate_id = $1`,
    [affiliateId, days]
  )
}
