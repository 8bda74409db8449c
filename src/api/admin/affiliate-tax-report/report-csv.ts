import { stringify } from "csv-stringify/sync"

import { masked } from "../../../modules/affiliate/domain/tax/foreign-tin"
import { TaxReportRow } from "../../../modules/affiliate/service-layers/tax-report"

const COLUMNS = [
  "year",
  "affiliate_id",
  "name",
  "email",
  "legal_name",
  "country",
  "currency",
  "payouts",
  "paid",
  "returned",
  "net",
  "form",
  "form_state",
  "form_expires_on",
  "classification",
  "tin",
  "foreign_tin",
  "1099_nec_due",
  "1099_nec_reason",
  "backup_withholding",
  "backup_withholding_amount",
]

export const reportHeader = (): string => stringify([COLUMNS])

/**
 * Rows of the report. Cells that a spreadsheet would take for a formula begin with an apostrophe, because names are
 * written by affiliates; numbers are numbers, below nothing too.
 *
 * @param digitsOf decimal digits of a currency: amounts are written with them
 */
export const reportRows = (
  year: number,
  rows: TaxReportRow[],
  digitsOf: (currency_code: string) => number
): string =>
  rows
    .map((row) =>
      rowText(year, row, (amount) =>
        amount.toFixed(digitsOf(row.currency_code))
      )
    )
    .join("")

const rowText = (
  year: number,
  row: TaxReportRow,
  money: (amount: number) => string
): string =>
  stringify(
    [
      {
        ...row,
        year: String(year),
        country: row.country_code?.toUpperCase(),
        currency: row.currency_code.toUpperCase(),
        payouts: String(row.payouts),
        paid: row.paid.toNumber(),
        returned: row.returned.toNumber(),
        net: row.net.toNumber(),
        tin: masked(row.tin_last_four),
        foreign_tin: masked(row.foreign_tin_last_four),
        "1099_nec_due": row.form_1099_nec_due ? "yes" : "no",
        "1099_nec_reason": row.form_1099_nec_reason,
        backup_withholding: row.backup_withholding ? "yes" : "no",
        backup_withholding_amount: row.backup_withholding_amount.toNumber(),
      },
    ],
    { columns: COLUMNS, escape_formulas: true, cast: { number: money } }
  )
