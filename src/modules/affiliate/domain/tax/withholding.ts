import { Amount, roundToCurrency, ZERO } from "../money"
import { TAX_CURRENCY } from "./thresholds"

/** Percent of backup withholding (section 3406). */
export const BACKUP_WITHHOLDING_PERCENT = 24
const USD_DIGITS = 2

/**
 * What backup withholding comes to, of an affiliate who is flagged. It is told
 * and never taken: payouts send what they say they send.
 */
export const backupWithholding = (
  paid: Amount,
  { flagged, currency_code }: { flagged: boolean; currency_code: string }
): Amount =>
  flagged && currency_code === TAX_CURRENCY && paid.gt(0)
    ? roundToCurrency(
        paid.times(BACKUP_WITHHOLDING_PERCENT).div(100),
        USD_DIGITS
      )
    : ZERO
