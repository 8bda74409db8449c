import { stringify } from "csv-stringify/sync"

import { SepaTransfer } from "./sepa-transfers"

const COLUMNS = [
  "name",
  "iban",
  "bic",
  "amount",
  "currency",
  "remittance",
  "end_to_end_id",
]

/** SEPA credit transfers as a table, for banks that take one; nothing in it but what the transfer needs. */
export const sepaCsv = (transfers: SepaTransfer[]): string =>
  stringify(
    transfers.map((transfer) => ({ ...transfer, currency: "EUR" })),
    { header: true, columns: COLUMNS, escape_formulas: true }
  )
