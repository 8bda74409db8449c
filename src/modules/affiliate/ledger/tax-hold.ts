import { dayOf } from "../domain/figures/days"
import { toAmount } from "../domain/money"
import { TaxHold } from "../domain/payee"
import { FormOnFile, taxHoldFrom } from "../domain/tax/gate"
import { TAX_CURRENCY, thresholdOf } from "../domain/tax/thresholds"
import { databaseTime } from "../sql/clock"
import { latestForms } from "../sql/tax/forms"
import { outOfYear } from "../sql/tax/payments"
import { readThresholds } from "../sql/tax/settings"
import { Trx } from "./transaction"

/**
 * What holds payouts back for tax: whoever has no tax form in force is paid
 * less in a year than what is reported.
 *
 * @param of whose balances the caller has locked, where it matters that nothing is paid meanwhile
 * @returns by affiliate; who is missing is not held back
 */
export const taxHolds = async (
  trx: Trx,
  {
    affiliate_ids,
    currency_code,
  }: { affiliate_ids: string[]; currency_code: string }
): Promise<Map<string, TaxHold>> => {
  if (currency_code !== TAX_CURRENCY || !affiliate_ids.length) {
    return new Map()
  }
  const today = dayOf(await databaseTime(trx))
  const year = Number(today.slice(0, 4))
  const threshold = thresholdOf(year, await readThresholds(trx))
  const forms = await latestForms(trx, affiliate_ids, "us")
  const out = await outOfYear(trx, { affiliate_ids, currency_code, year })
  const holds = new Map<string, TaxHold>()
  for (const id of affiliate_ids) {
    const hold = taxHoldFrom({
      currency_code,
      out: toAmount(out.get(id) ?? 0),
      threshold,
      form: (forms.get(id) as FormOnFile | undefined) ?? null,
      today,
    })
    if (hold) {
      holds.set(id, hold)
    }
  }
  return holds
}
