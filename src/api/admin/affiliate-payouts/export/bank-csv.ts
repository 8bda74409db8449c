import { MedusaError } from "@medusajs/framework/utils"
import { stringify } from "csv-stringify/sync"

import { toAmount } from "../../../../modules/affiliate/domain/money"

/** One transfer for the bank to make. */
export interface BankTransfer {
  display_id: number
  affiliate: { name: string; email: string }
  status: string
  /** Exact decimal in major units, never negative. */
  amount: string
  currency_code: string
  /** Bank details in clear. */
  details: Record<string, string>
}

const COLUMNS = [
  "payout",
  "affiliate",
  "email",
  "account_holder",
  "iban",
  "bic",
  "account_number",
  "routing_number",
  "bank_name",
  "note",
  "amount",
  "currency",
  "reference",
  "status",
]

/**
 * The file that goes to the bank. Cells that a spreadsheet would take for a
 * formula begin with an apostrophe: names are written by affiliates.
 *
 * @param digitsOf decimal digits of a currency: amounts are written with them
 * @throws unexpected_state for a negative amount, which no payout can have
 */
export const bankCsv = (
  transfers: BankTransfer[],
  digitsOf: (currency_code: string) => number
): string =>
  stringify(
    transfers.map(
      ({ display_id, affiliate, status, amount, currency_code, details }) => {
        if (toAmount(amount).lt(0)) {
          throw new MedusaError(
            MedusaError.Types.UNEXPECTED_STATE,
            `Payout ${display_id} has a negative amount`
          )
        }
        return {
          ...details,
          payout: String(display_id),
          affiliate: affiliate.name,
          email: affiliate.email,
          amount: toAmount(amount).toFixed(digitsOf(currency_code)),
          currency: currency_code.toUpperCase(),
          reference: `Affiliate payout ${display_id}`,
          status,
        }
      }
    ),
    { header: true, columns: COLUMNS, escape_formulas: true }
  )
