import { MedusaError } from "@medusajs/framework/utils"

import { dayOf } from "../domain/figures/days"
import { Amount, sum, toAmount } from "../domain/money"
import { taxBlockInWords, taxBlockOf, FormOnFile } from "../domain/tax/gate"
import { TAX_CURRENCY, thresholdOf } from "../domain/tax/thresholds"
import { databaseTime } from "../sql/clock"
import { latestForms } from "../sql/tax/forms"
import { netPaidInYear } from "../sql/tax/payments"
import { readThresholds } from "../sql/tax/settings"
import { BalanceKey } from "./balances"
import { Trx } from "./transaction"

/**
 * Refuses a payout that waits for a tax form.
 *
 * @param payout whose balance the caller has locked: nothing is paid meanwhile
 * @param payout.open requested and asked for, together
 * @throws not_allowed, saying what is waited for
 */
export const assertTaxForm = async (
  trx: Trx,
  payout: BalanceKey & { open: Amount }
): Promise<void> => {
  const { affiliate_id, currency_code, open } = payout
  if (currency_code !== TAX_CURRENCY) {
    return
  }
  const today = dayOf(await databaseTime(trx))
  const year = Number(today.slice(0, 4))
  const paid = toAmount(
    await netPaidInYear(trx, { affiliate_id, currency_code, year })
  )
  const form = (await latestForms(trx, [affiliate_id], "us")).get(affiliate_id)
  const block = taxBlockOf({
    currency_code,
    out: sum([paid, open]),
    threshold: thresholdOf(year, await readThresholds(trx)),
    form: (form as FormOnFile | undefined) ?? null,
    today,
  })
  if (block) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, taxBlockInWords(block))
  }
}
