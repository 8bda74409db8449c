import { stringify } from "csv-stringify/sync"

import {
  momentOf,
  owedOf,
  StatementRow,
  wordsOf,
} from "../../../modules/affiliate/domain/figures/movements"
import {
  ACCOUNTS,
  AccountSums,
} from "../../../modules/affiliate/domain/posting"

const COLUMNS = [
  "date",
  "order",
  "payout",
  "what",
  "note",
  ...ACCOUNTS,
  "amount",
  "balance",
  "currency",
]

/** What a statement is written with. */
export interface StatementMoney {
  currency_code: string
  /** Decimal digits of the currency. */
  digits: number
}

/**
 * Rows of the file. Cells that a spreadsheet would take for a formula begin
 * with an apostrophe; numbers are numbers, below nothing too.
 */
const write = (
  rows: Record<string, string | number | null>[],
  { currency_code, digits }: StatementMoney,
  header = false
): string =>
  stringify(
    rows.map((row) => ({ ...row, currency: currency_code.toUpperCase() })),
    {
      header,
      columns: COLUMNS,
      escape_formulas: true,
      cast: { number: (amount) => amount.toFixed(digits) },
    }
  )

const numberText = (number: number | null): string | null =>
  number === null ? null : String(number)

const accounts = (sums: AccountSums): Record<string, number> =>
  Object.fromEntries(
    ACCOUNTS.map((account) => [account, sums[account].toNumber()])
  )

const standing = (date: string, what: string, sums: AccountSums) => ({
  date,
  what,
  ...accounts(sums),
  balance: owedOf(sums).toNumber(),
})

/** The header, and where the accounts stood when the first day began. */
export const openingCsv = (
  date: string,
  sums: AccountSums,
  money: StatementMoney
): string => write([standing(date, "Opening balance", sums)], money, true)

/** One row for each movement; the accounts' columns say by how much they changed. */
export const rowsCsv = (rows: StatementRow[], money: StatementMoney): string =>
  write(
    rows.map((row) => ({
      date: momentOf(row),
      order: numberText(row.order_display_id),
      payout: numberText(row.payout_display_id),
      what: wordsOf(row),
      note: row.reason,
      ...accounts(row.changes),
      amount: row.amount.toNumber(),
      balance: row.balance.toNumber(),
    })),
    money
  )

/** Where the accounts stood when the last day was over. */
export const closingCsv = (
  date: string,
  sums: AccountSums,
  money: StatementMoney
): string => write([standing(date, "Closing balance", sums)], money)
