import { createHash } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"

import { sum, toAmount } from "../../../../modules/affiliate/domain/money"
import { BankAccount } from "../../../../modules/affiliate/options"
import { sepaText } from "./sepa-text"
import { SepaTransfer } from "./sepa-transfers"

const NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
const NAME_LENGTH_MAX = 70

/** An element with what is in it; elements are written in the order the standard wants. */
const tag = (name: string, ...content: string[]): string =>
  `<${name}>${content.join("")}</${name}>`

/** Text of an element; SEPA's characters leave only `'` to be taken care of, and that is safe here. */
const text = (name: string, value: string): string =>
  tag(
    name,
    value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")
  )

const bank = (bic: string | undefined): string =>
  tag(
    "FinInstnId",
    bic ? text("BICFI", bic) : tag("Othr", text("Id", "NOTPROVIDED"))
  )

const transaction = (transfer: SepaTransfer): string =>
  tag(
    "CdtTrfTxInf",
    tag("PmtId", text("EndToEndId", transfer.end_to_end_id)),
    tag("Amt", `<InstdAmt Ccy="EUR">${transfer.amount}</InstdAmt>`),
    transfer.bic ? tag("CdtrAgt", bank(transfer.bic)) : "",
    tag("Cdtr", text("Nm", transfer.name)),
    tag("CdtrAcct", tag("Id", text("IBAN", transfer.iban))),
    tag("RmtInf", text("Ustrd", transfer.remittance))
  )

/**
 * What the file is known by. The same transfers make the same id, so that a
 * bank refuses a file that it was already given.
 */
const messageId = (transfers: SepaTransfer[]): string =>
  `AFF-${createHash("sha256").update(JSON.stringify(transfers)).digest("hex").slice(0, 28)}`

/**
 * SEPA credit transfers as the ISO 20022 message that banks take as an upload:
 * pain.001.001.09, one debit of the store's account for all of them.
 *
 * @param debtor the store's own account
 * @param now when the file is made; the transfers are to be made on that day
 * @throws invalid_data for no transfers at all, which the standard does not know
 */
export const pain001 = (
  transfers: SepaTransfer[],
  debtor: BankAccount,
  now: Date
): string => {
  if (!transfers.length) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "No payouts match, and a payment file cannot be empty"
    )
  }
  const id = messageId(transfers)
  const count = text("NbOfTxs", String(transfers.length))
  const total = text(
    "CtrlSum",
    sum(transfers.map(({ amount }) => toAmount(amount))).toFixed(2)
  )
  const name = text("Nm", sepaText(debtor.name, NAME_LENGTH_MAX))
  const header = tag(
    "GrpHdr",
    text("MsgId", id),
    text("CreDtTm", now.toISOString().slice(0, 19)),
    count,
    total,
    tag("InitgPty", name)
  )
  const payment = tag(
    "PmtInf",
    text("PmtInfId", id),
    text("PmtMtd", "TRF"),
    count,
    total,
    tag("PmtTpInf", tag("SvcLvl", text("Cd", "SEPA"))),
    tag("ReqdExctnDt", text("Dt", now.toISOString().slice(0, 10))),
    tag("Dbtr", name),
    tag("DbtrAcct", tag("Id", text("IBAN", debtor.iban))),
    tag("DbtrAgt", bank(debtor.bic)),
    text("ChrgBr", "SLEV"),
    ...transfers.map(transaction)
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="${NAMESPACE}">${tag("CstmrCdtTrfInitn", header, payment)}</Document>
`
}
