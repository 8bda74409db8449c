import { stringify } from "csv-stringify/sync"

import { toAmount } from "../../../../../modules/affiliate/domain/money"
import type { ReportRow } from "../../../../../modules/affiliate/sql/payout-batch-figures"

const COLUMNS = [
  "affiliate_id",
  "affiliate",
  "email",
  "provider",
  "currency",
  "approved_amount",
  "status",
  "reason",
  "payout",
  "payout_status",
  "payout_amount",
  "reference",
  "paid_at",
]

/**
 * What became of each affiliate of a batch. Cells that a spreadsheet would take
 * for a formula begin with an apostrophe: names are written by affiliates.
 *
 * @param digits decimal digits of the batch's currency
 * @param header whether the columns' names come first
 */
export const reportCsv = (
  rows: ReportRow[],
  { digits, header }: { digits: number; header: boolean }
): string => {
  const money = (decimal: string | null): string | null =>
    decimal === null ? null : toAmount(decimal).toFixed(digits)
  return stringify(
    rows.map((row) => ({
      ...row,
      affiliate: row.name,
      currency: row.currency_code.toUpperCase(),
      approved_amount: money(row.approved_amount),
      payout_amount: money(row.payout_amount),
      reason: row.reason ?? row.failure_reason,
      paid_at: row.paid_at?.toISOString(),
    })),
    { header, columns: COLUMNS, escape_formulas: true }
  )
}
