import { ok } from "../shop"
import type { Merchant } from "./merchant"

/**
 * Books money by hand, available at once; answers the commission's id.
 *
 * @param amount in major units; negative takes it away
 */
export async function giveMoney(
  { admin }: Merchant,
  affiliate_id: string,
  amount: number,
  currency_code = "usd",
  reason = "for the test"
): Promise<string> {
  const { commission } = ok(
    await admin.post("/admin/affiliate-adjustments", {
      affiliate_id,
      currency_code,
      amount,
      reason,
    })
  )
  return commission.id
}
