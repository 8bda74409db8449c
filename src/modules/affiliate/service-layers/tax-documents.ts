import { Context } from "@medusajs/framework/types"
import { generateEntityId, MedusaContext } from "@medusajs/framework/utils"

import { dayOf } from "../domain/figures/days"
import { toAmount } from "../domain/money"
import {
  buyerOf,
  documentNumber,
  fittingItems,
  Issuer,
  kindOfDocument,
  PayoutDocument,
  supplierOf,
  vatOfDocument,
} from "../domain/tax/document"
import { payoutPdf } from "../documents/payout-pdf"
import { Trx } from "../ledger/transaction"
import { databaseTime } from "../sql/clock"
import {
  documentItems,
  documentOfPayout,
  insertDocument,
  nextSequence,
  PaidPayoutRow,
  payoutsWithoutDocument,
  readPaidPayout,
  TaxDocumentRow,
} from "../sql/tax/documents"
import { latestForms } from "../sql/tax/forms"
import { notAllowed, notFound } from "./refusals"
import { AffiliateTaxReport } from "./tax-report"

export interface IssueDocumentInput {
  payout_id: string
  /** Only that affiliate's payout. */
  affiliate_id?: string
  /** What the merchant is called, where the option `tax.issuer` does not say. */
  store_name: string
  /** Decimal digits of a currency, by its code. */
  digits: Record<string, number>
}

/** The papers of paid payouts. */
export class AffiliateTaxDocuments extends AffiliateTaxReport {
  /**
   * Issues the paper of a paid payout, once for ever: what it says stays as it
   * is now, and its number is the next of the year.
   *
   * @throws not_found, also for another affiliate's payout; not_allowed for one that is not paid, and without an
   *   encryption key
   */
  async issuePayoutDocument(
    input: IssueDocumentInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ id: string }> {
    this.secrets_.assertReady()
    return this.transact(async (trx) => {
      const payout = await readPaidPayout(trx, input.payout_id)
      if (
        !payout ||
        (input.affiliate_id && payout.affiliate_id !== input.affiliate_id)
      ) {
        throw notFound(`Payout with id: ${input.payout_id} was not found`)
      }
      const issued = await documentOfPayout(trx, payout.id)
      if (issued) {
        return { id: issued.id }
      }
      if (payout.status !== "paid" || !payout.paid_at) {
        throw notAllowed(
          `Payout ${payout.display_id} is ${payout.status}: there is a document of payouts that are paid`
        )
      }
      return this.issue_(trx, { ...payout, paid_at: payout.paid_at }, input)
    }, sharedContext)
  }

  /**
   * The paper of a payout as a PDF.
   *
   * @throws not_found when none was issued
   */
  async payoutDocumentPdf(
    payout_id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ number: string; bytes: Buffer }> {
    const row = await this.transact(
      (trx) => documentOfPayout(trx, payout_id),
      sharedContext
    )
    if (!row) {
      throw notFound(`Payout with id: ${payout_id} has no document`)
    }
    const document: PayoutDocument = JSON.parse(
      this.secrets_.open(row.details, row.id)
    )
    return {
      number: row.number,
      bytes: await payoutPdf(document, this.options_.tax.font),
    }
  }

  /** Paid payouts that have no paper yet, in the order they were paid. */
  async listPayoutsWithoutDocument(
    limit: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string[]> {
    return this.transact(
      (trx) => payoutsWithoutDocument(trx, limit),
      sharedContext
    )
  }

  private async issue_(
    trx: Trx,
    payout: PaidPayoutRow & { paid_at: Date },
    { store_name, digits }: IssueDocumentInput
  ): Promise<{ id: string }> {
    const { affiliate_id } = payout
    const issuer: Issuer = this.options_.tax.issuer ?? { name: store_name }
    const formOf = async (kind: "us" | "vat") => {
      const row = (await latestForms(trx, [affiliate_id], kind)).get(
        affiliate_id
      )
      return row ? this.openForm_(row) : null
    }
    const vat_form = await formOf("vat")
    const kind = kindOfDocument(vat_form, issuer)
    const year = payout.paid_at.getUTCFullYear()
    const sequence = await nextSequence(trx, kind, year)
    // Somebody may have issued it while this waited for its number.
    const issued = await documentOfPayout(trx, payout.id)
    if (issued) {
      return { id: issued.id }
    }
    const now = await databaseTime(trx)
    const number = documentNumber(
      this.options_.tax.document_prefix,
      kind,
      year,
      sequence
    )
    const currency_digits = digits[payout.currency_code]
    const document: PayoutDocument = {
      kind,
      number,
      issued_on: dayOf(now),
      paid_on: dayOf(payout.paid_at),
      payout_display_id: payout.display_id,
      reference: payout.reference,
      currency_code: payout.currency_code,
      digits: currency_digits,
      supplier: supplierOf(vat_form ?? (await formOf("us")), payout),
      buyer: buyerOf(issuer),
      items: fittingItems(await documentItems(trx, payout.id)),
      ...vatOfDocument(kind, toAmount(payout.amount), currency_digits, {
        vat_form,
        issuer,
      }),
    }
    const row: TaxDocumentRow = {
      id: generateEntityId(undefined, "affpaper"),
      affiliate_id,
      payout_id: payout.id,
      kind,
      year,
      sequence,
      number,
      issued_at: now,
      details: "",
    }
    row.details = this.secrets_.seal(JSON.stringify(document), row.id)
    await insertDocument(trx, row)
    return { id: row.id }
  }
}
