import { Context } from "@medusajs/framework/types"
import { generateEntityId, MedusaContext } from "@medusajs/framework/utils"

import { dayOf } from "../domain/figures/days"
import { toAmount, ZERO } from "../domain/money"
import { correctionFrom, correctionOf } from "../domain/tax/correction"
import {
  buyerOf,
  DocumentKind,
  documentNumber,
  fittingItems,
  Issuer,
  kindOfDocument,
  OriginalKind,
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
  documentsOfPayout,
  insertDocument,
  nextSequence,
  paidFact,
  PaidPayoutRow,
  payoutsWithoutDocument,
  readPaidPayout,
  returnedFact,
  returnedItems,
  returnsOfPayout,
  ReturnRow,
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

/** A number that is taken, and when. */
interface Numbered {
  year: number
  sequence: number
  number: string
  now: Date
}

/** Money that came back of a payment that has a paper, and no correction yet. */
interface Uncorrected {
  original: TaxDocumentRow
  returned: ReturnRow
  /** What had come back before it, in all. */
  before: string | null
}

/** The papers of paid payouts, and of what came back of them. */
export class AffiliateTaxDocuments extends AffiliateTaxReport {
  /**
   * Issues the papers that a payout lacks: of its payment, and of all that came
   * back of a payment that has a paper. Each is issued once for ever: what it
   * says stays as it is now, and its number is the next of its kind and year.
   *
   * @returns the paper of its last payment
   * @throws not_found, also for another affiliate's payout; not_allowed for one that is not paid, and without an
   *   encryption key
   */
  async issuePayoutDocument(
    input: IssueDocumentInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ id: string }> {
    this.secrets_.assertReady()
    const issued = await this.transact(
      (trx) => this.issueOriginal_(trx, input),
      sharedContext
    )
    // One to a transaction: whoever holds a number waits for no other.
    for (let more = true; more;) {
      more = await this.transact(
        (trx) => this.issueCorrection_(trx, input.payout_id),
        sharedContext
      )
    }
    return issued
  }

  /**
   * A paper of a payout as a PDF.
   *
   * @param input.document_id which; left out = that of its last payment
   * @throws not_found when there is no such
   */
  async payoutDocumentPdf(
    { payout_id, document_id }: { payout_id: string; document_id?: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ number: string; bytes: Buffer }> {
    const row = await this.transact(
      (trx) =>
        documentOfPayout(trx, { payout_id, document_id: document_id ?? null }),
      sharedContext
    )
    if (!row) {
      throw notFound(
        document_id
          ? `Payout with id: ${payout_id} has no document with id: ${document_id}`
          : `Payout with id: ${payout_id} has no document`
      )
    }
    return {
      number: row.number,
      bytes: await payoutPdf(this.openDocument_(row), this.options_.tax.font),
    }
  }

  /** Payouts that lack a paper, in the order they were paid. */
  async listPayoutsWithoutDocument(
    limit: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string[]> {
    return this.transact(
      (trx) => payoutsWithoutDocument(trx, limit),
      sharedContext
    )
  }

  private async issueOriginal_(
    trx: Trx,
    input: IssueDocumentInput
  ): Promise<{ id: string }> {
    const payout = await readPaidPayout(trx, input.payout_id)
    if (
      !payout ||
      (input.affiliate_id && payout.affiliate_id !== input.affiliate_id)
    ) {
      throw notFound(`Payout with id: ${input.payout_id} was not found`)
    }
    if (payout.status === "paid" && payout.paid_at) {
      return this.issue_(trx, { ...payout, paid_at: payout.paid_at }, input)
    }
    const last = await documentOfPayout(trx, {
      payout_id: payout.id,
      document_id: null,
    })
    if (!last) {
      throw notAllowed(
        `Payout ${payout.display_id} is ${payout.status}: there is a document of payouts that are paid`
      )
    }
    return { id: last.id }
  }

  private async issue_(
    trx: Trx,
    payout: PaidPayoutRow & { paid_at: Date },
    { store_name, digits }: IssueDocumentInput
  ): Promise<{ id: string }> {
    const { affiliate_id } = payout
    const fact = paidFact(payout.attempt)
    const issued = async () =>
      (await documentsOfPayout(trx, payout.id)).get(fact)
    const known = await issued()
    if (known) {
      return { id: known.id }
    }
    const issuer: Issuer = this.options_.tax.issuer ?? { name: store_name }
    const formOf = async (kind: "us" | "vat") => {
      const row = (await latestForms(trx, [affiliate_id], kind)).get(
        affiliate_id
      )
      return row ? this.openForm_(row) : null
    }
    const vat_form = await formOf("vat")
    const kind = kindOfDocument(vat_form, issuer)
    const numbered = await this.number_(trx, kind, payout.paid_at)
    // Somebody may have issued it while this waited for its number.
    const meanwhile = await issued()
    if (meanwhile) {
      return { id: meanwhile.id }
    }
    const currency_digits = digits[payout.currency_code]
    return this.keep_(trx, numbered, {
      affiliate_id,
      payout_id: payout.id,
      fact,
      corrects_id: null,
      document: {
        kind,
        number: numbered.number,
        issued_on: dayOf(numbered.now),
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
      },
    })
  }

  /** @returns whether there may be more to correct */
  private async issueCorrection_(
    trx: Trx,
    payout_id: string
  ): Promise<boolean> {
    const due = await this.uncorrected_(trx, payout_id)
    if (!due) {
      return false
    }
    const { original, returned, before } = due
    const document = this.openDocument_(original) as PayoutDocument & {
      kind: OriginalKind
    }
    const numbered = await this.number_(
      trx,
      correctionOf(document.kind),
      returned.returned_at
    )
    const still = await this.uncorrected_(trx, payout_id)
    if (
      still?.original.id !== original.id ||
      still.returned.total !== returned.total
    ) {
      // Somebody has corrected it while this waited for its number.
      return true
    }
    await this.keep_(trx, numbered, {
      affiliate_id: original.affiliate_id,
      payout_id,
      fact: returnedFact(returned.attempt, returned.total),
      corrects_id: original.id,
      document: correctionFrom(
        document,
        {
          total: toAmount(returned.total),
          before: before === null ? ZERO : toAmount(before),
          returned_on: dayOf(returned.returned_at),
          items: await returnedItems(trx, payout_id, returned),
        },
        { number: numbered.number, issued_on: dayOf(numbered.now) }
      ),
    })
    return true
  }

  /** The first that came back and is not corrected; `null` = all is. What came back before there was a paper is too. */
  private async uncorrected_(
    trx: Trx,
    payout_id: string
  ): Promise<Uncorrected | null> {
    const papers = await documentsOfPayout(trx, payout_id)
    const returns = await returnsOfPayout(trx, payout_id)
    for (const [index, returned] of returns.entries()) {
      const { attempt, total } = returned
      const original = papers.get(paidFact(attempt))
      if (original && !papers.has(returnedFact(attempt, total))) {
        const last = returns[index - 1]
        const before = last?.attempt === attempt ? last.total : null
        return { original, returned, before }
      }
    }
    return null
  }

  private async number_(
    trx: Trx,
    kind: DocumentKind,
    of: Date
  ): Promise<Numbered> {
    const year = of.getUTCFullYear()
    const sequence = await nextSequence(trx, kind, year)
    const { document_prefix } = this.options_.tax
    return {
      year,
      sequence,
      number: documentNumber(document_prefix, kind, year, sequence),
      now: await databaseTime(trx),
    }
  }

  private async keep_(
    trx: Trx,
    { year, sequence, number, now }: Numbered,
    {
      document,
      ...of
    }: Pick<
      TaxDocumentRow,
      "affiliate_id" | "payout_id" | "fact" | "corrects_id"
    > & { document: PayoutDocument }
  ): Promise<{ id: string }> {
    const id = generateEntityId(undefined, "affpaper")
    await insertDocument(trx, {
      ...of,
      id,
      kind: document.kind,
      year,
      sequence,
      number,
      issued_at: now,
      details: this.secrets_.seal(JSON.stringify(document), id),
    })
    return { id }
  }

  private openDocument_({ id, details }: TaxDocumentRow): PayoutDocument {
    return JSON.parse(this.secrets_.open(details, id))
  }
}
