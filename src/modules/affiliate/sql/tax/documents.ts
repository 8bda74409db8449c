import { DocumentItem, DocumentKind } from "../../domain/tax/document"
import { rowsOf, Trx } from "../../ledger/transaction"

export interface TaxDocumentRow {
  id: string
  affiliate_id: string
  payout_id: string
  /** What it is the paper of, as {@link paidFact} and {@link returnedFact} name it: there is one of each. */
  fact: string
  /** The paper that it corrects; `null` = it is of a payment. */
  corrects_id: string | null
  kind: DocumentKind
  year: number
  sequence: number
  number: string
  issued_at: Date
  details: string
}

/** A payout that failed is sent again: each payment has a paper of its own. */
export const paidFact = (attempt: number): string => `paid:${attempt}`

/** @param total what had come back of the payment by then, as the ledger writes it */
export const returnedFact = (attempt: number, total: string): string =>
  `returned:${attempt}:${total}`

/** A payout as its paper names it. */
export interface PaidPayoutRow {
  id: string
  affiliate_id: string
  display_id: number
  status: string
  attempt: number
  amount: string
  currency_code: string
  reference: string | null
  paid_at: Date | null
  name: string
  email: string
}

export const readPaidPayout = async (
  trx: Trx,
  id: string
): Promise<PaidPayoutRow | null> => {
  const [row] = await rowsOf<PaidPayoutRow>(
    trx,
    `SELECT p.id, p.affiliate_id, p.display_id, p.status, p.attempt, p.amount::text, p.currency_code,
            p.reference, p.paid_at, a.name, a.email
       FROM affiliate_payout p JOIN affiliate a ON a.id = p.affiliate_id
      WHERE p.id = :id FOR SHARE OF p`,
    { id }
  )
  return row ?? null
}

interface ItemRow {
  order_display_id: number | null
  kind: string
  amount: string
}

const toItem = ({ order_display_id, kind, amount }: ItemRow): DocumentItem => ({
  label:
    order_display_id === null
      ? `${kind}`
      : `Order / Bestellung ${order_display_id}, ${kind}`,
  amount,
})

/** The commissions of a payout, oldest orders first; debts that were netted are negative. */
export const documentItems = async (
  trx: Trx,
  payout_id: string
): Promise<DocumentItem[]> => {
  const rows = await rowsOf<ItemRow>(
    trx,
    `SELECT c.order_display_id, c.kind, i.amount::text
       FROM affiliate_payout_item i JOIN affiliate_commission c ON c.id = i.commission_id
      WHERE i.payout_id = :payout_id AND i.deleted_at IS NULL
      ORDER BY c.order_display_id NULLS LAST, c.created_at, c.id`,
    { payout_id }
  )
  return rows.map(toItem)
}

/** What had come back of one payment in all, each time that some of it did. */
export interface ReturnRow {
  attempt: number
  total: string
  returned_at: Date
}

/** SQL: of an entry `e` of money that came back, what it is part of. */
const ATTEMPT = "split_part(e.source_key, ':', 3)"
const TOTAL = "split_part(e.source_key, ':', 4)"
const CAME_BACK = "e.type = 'payout_reversed' AND e.account = 'available'"

/** Read from the ledger, because a payout that is sent again forgets what came back before. */
export const returnsOfPayout = async (
  trx: Trx,
  payout_id: string
): Promise<ReturnRow[]> =>
  rowsOf<ReturnRow>(
    trx,
    `SELECT ${ATTEMPT}::int AS attempt, ${TOTAL} AS total, min(e.created_at) AS returned_at
       FROM affiliate_entry e
      WHERE e.payout_id = :payout_id AND ${CAME_BACK}
      GROUP BY 1, 2
      ORDER BY 1, ${TOTAL}::numeric`,
    { payout_id }
  )

/** The commissions of money that came back at one time, as {@link documentItems} has them. */
export const returnedItems = async (
  trx: Trx,
  payout_id: string,
  { attempt, total }: ReturnRow
): Promise<DocumentItem[]> => {
  const rows = await rowsOf<ItemRow>(
    trx,
    `SELECT c.order_display_id, c.kind, e.amount::text
       FROM affiliate_entry e JOIN affiliate_commission c ON c.id = e.commission_id
      WHERE e.payout_id = :payout_id AND ${CAME_BACK}
        AND ${ATTEMPT} = :attempt::text AND ${TOTAL} = :total
      ORDER BY c.order_display_id NULLS LAST, c.created_at, c.id`,
    { payout_id, attempt, total }
  )
  return rows.map(toItem)
}

const ROW = `id, affiliate_id, payout_id, fact, corrects_id, kind, year, sequence, number, issued_at, details`

/** All papers of a payout, by what they are of. */
export const documentsOfPayout = async (
  trx: Trx,
  payout_id: string
): Promise<Map<string, TaxDocumentRow>> => {
  const rows = await rowsOf<TaxDocumentRow>(
    trx,
    `SELECT ${ROW} FROM affiliate_tax_document
      WHERE payout_id = :payout_id AND deleted_at IS NULL`,
    { payout_id }
  )
  return new Map(rows.map((row) => [row.fact, row]))
}

/** One paper of a payout; `document_id: null` = of its last payment. */
export const documentOfPayout = async (
  trx: Trx,
  input: { payout_id: string; document_id: string | null }
): Promise<TaxDocumentRow | null> => {
  const [row] = await rowsOf<TaxDocumentRow>(
    trx,
    `SELECT ${ROW} FROM affiliate_tax_document
      WHERE payout_id = :payout_id AND deleted_at IS NULL
        AND CASE WHEN :document_id::text IS NULL THEN corrects_id IS NULL
                 ELSE id = :document_id END
      ORDER BY split_part(fact, ':', 2)::int DESC
      LIMIT 1`,
    input
  )
  return row ?? null
}

/**
 * The next number of a kind in a year. Others who number the same wait until
 * this transaction has ended, so that none is taken twice or left out.
 */
export const nextSequence = async (
  trx: Trx,
  kind: DocumentKind,
  year: number
): Promise<number> => {
  await trx.raw("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))", {
    key: `affiliate:tax-document:${kind}:${year}`,
  })
  const [{ sequence }] = await rowsOf<{ sequence: number }>(
    trx,
    `SELECT coalesce(max(sequence), 0) + 1 AS sequence FROM affiliate_tax_document
      WHERE kind = :kind AND year = :year AND deleted_at IS NULL`,
    { kind, year }
  )
  return sequence
}

export const insertDocument = async (
  trx: Trx,
  row: TaxDocumentRow
): Promise<void> => {
  await trx.raw(
    `INSERT INTO affiliate_tax_document
            (id, affiliate_id, payout_id, fact, corrects_id, kind, year, sequence, number, issued_at,
             details)
     VALUES (:id, :affiliate_id, :payout_id, :fact, :corrects_id, :kind, :year, :sequence, :number,
             :issued_at, :details)`,
    { ...row }
  )
}

/** SQL: the papers of a payout `p`. */
const PAPER = `SELECT 1 FROM affiliate_tax_document d
                WHERE d.payout_id = p.id AND d.deleted_at IS NULL AND d.fact =`

/**
 * Payouts that lack a paper: of their payment, or of money that came back of a
 * payment that has one. In the order they were paid.
 */
export const payoutsWithoutDocument = async (
  trx: Trx,
  limit: number
): Promise<string[]> => {
  const rows = await rowsOf<{ id: string }>(
    trx,
    `SELECT p.id FROM affiliate_payout p
      WHERE p.deleted_at IS NULL
        AND ((p.status = 'paid' AND NOT EXISTS (${PAPER} 'paid:' || p.attempt))
             OR ((p.returned_at IS NOT NULL OR p.attempt > 1) AND EXISTS (
                   SELECT 1 FROM affiliate_entry e
                    WHERE e.payout_id = p.id AND ${CAME_BACK}
                      AND EXISTS (${PAPER} 'paid:' || ${ATTEMPT})
                      AND NOT EXISTS (${PAPER} 'returned:' || ${ATTEMPT} || ':' || ${TOTAL}))))
      ORDER BY p.paid_at, p.id LIMIT :limit`,
    { limit }
  )
  return rows.map(({ id }) => id)
}
