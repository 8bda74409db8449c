import { buy, capture, ok, type Line, type Store } from "../harness"
import { BANK } from "./affiliates"
import type { Merchant } from "./programs"
import { remember } from "./touches"
import { untilReconciled } from "./verdicts"

/** Puts a bank account on file for an affiliate. */
export async function putBankOnFile(
  { admin }: Merchant,
  affiliateId: string
): Promise<void> {
  ok(
    await admin.post(`/admin/affiliates/${affiliateId}/payout-method`, {
      provider: "manual",
      details: BANK,
    })
  )
}

/** Makes available what is due, as the job does every minute. */
export async function release({ admin }: Merchant): Promise<void> {
  ok(await admin.post("/admin/affiliate-commissions/release"))
}

/** Sets money aside for a payout; all that is available unless an amount is named. Answers its id. */
export async function requestPayout(
  { admin }: Merchant,
  affiliate_id: string,
  amount?: number,
  currency_code = "usd"
): Promise<string> {
  const { payout } = ok(
    await admin.post("/admin/affiliate-payouts", {
      affiliate_id,
      currency_code,
      amount,
    })
  )
  return payout.id
}

/** Pays out all that is available, and says so. Needs a bank account on file. */
export async function payOut(
  merchant: Merchant,
  affiliateId: string,
  currency = "usd"
): Promise<string> {
  const { admin } = merchant
  const id = await requestPayout(merchant, affiliateId, undefined, currency)
  ok(await admin.post(`/admin/affiliate-payouts/${id}/process`))
  ok(await admin.post(`/admin/affiliate-payouts/${id}/mark-paid`))
  return id
}

/**
 * Somebody buys by an affiliate's code and pays at once.
 *
 * @returns the order's id, when the affiliate was credited
 */
export async function sell(
  store: Store,
  code: string,
  items: Line[] = [{ ware: store.shop.shirt }]
): Promise<string> {
  const { id } = await buy(store.shop, {
    items,
    beforePayment: remember({ code }),
  })
  await capture(store.shop, id)
  await untilReconciled(store, id)
  return id
}
