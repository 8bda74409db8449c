import { DocumentItem, DocumentKind } from "../../domain/tax/document"
import { rowsOf, Trx } from "../../ledger/transaction"

export interface TaxDocumentRow {
  id: string
  affiliate_id: string
  payout_id: string
  kind: DocumentKind
  year: number
  sequence: number
  number: string
  issued_at: Date
  details: string
}

/** A payout as its paper names it. */
export interface PaidPayoutRow {
  id: string
  affiliate_id: string
  display_id: number
  status: string
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
    `SELECT p.id, p.affiliate_id, p.display_id, p.status, p.amount::text, p.currency_code,
            p.reference, p.paid_at, a.name, a.email
       FROM affiliate_payout p JOIN affiliate a ON a.id = p.affiliate_id
      WHERE p.id = :id FOR SHARE OF p`,
    { id }
  )
  return row ?? null
}

/** The commissions of a payout, oldest orders first; debts that were netted are negative. */
export const documentItems = async (
  trx: Trx,
  payout_id: string
): Promise<DocumentItem[]> => {
  const rows = await rowsOf<{
    order_display_id: number | null
    kind: string
    amount: string
  }>(
    trx,
    `SELECT c.order_display_id, c.kind, i.amount::text
       FROM affiliate_payout_item i JOIN affiliate_commission c ON c.id = i.commission_id
      WHERE i.payout_id = :payout_id AND i.deleted_at IS NULL
      ORDER BY c.order_display_id NULLS LAST, c.created_at, c.id`,
    { payout_id }
  )
  return rows.map(({ order_display_id, kind, amount }) => ({
    label:
      order_display_id === null
        ? `${kind}`
        : `Order / Bestellung ${order_display_id}, ${kind}`,
    amount,
  }))
}

export const documentOfPayout = async (
  trx: Trx,
  payout_id: string
): Promise<TaxDocumentRow | null> => {
  const [row] = await rowsOf<TaxDocumentRow>(
    trx,
    `SELECT id, affiliate_id, payout_id, kind, year, sequence, number, issued_at, details
       FROM affiliate_tax_document WHERE payout_id = :payout_id AND deleted_at IS NULL`,
    { payout_id }
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
            (id, affiliate_id, payout_id, kind, year, sequence, number, issued_at, details)
     VALUES (:id, :affiliate_id, :payout_id, :kind, :year, :sequence, :number, :issued_at, :details)`,
    { ...row }
  )
}

/** Paid payouts that have no paper yet, in the order they were paid. */
export const payoutsWithoutDocument = async (
  trx: Trx,
  limit: number
): Promise<string[]> => {
  const rows = await rowsOf<{ id: string }>(
    trx,
    `SELECT p.id FROM affiliate_payout p
      WHERE p.status = 'paid' AND p.deleted_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM affiliate_tax_document d
                         WHERE d.payout_id = p.id AND d.deleted_at IS NULL)
      ORDER BY p.paid_at, p.id LIMIT :limit`,
    { limit }
  )
  return rows.map(({ id }) => id)
}
