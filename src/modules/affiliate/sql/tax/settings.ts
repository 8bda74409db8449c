import { generateEntityId } from "@medusajs/framework/utils"

import { TaxThreshold } from "../../domain/tax/thresholds"
import { rowsOf, Trx } from "../../ledger/transaction"

/** What the store set, by year. */
export const readThresholds = async (trx: Trx): Promise<TaxThreshold[]> =>
  rowsOf<TaxThreshold>(
    trx,
    `SELECT year, amount::text, gate FROM affiliate_tax_threshold
      WHERE deleted_at IS NULL ORDER BY year`
  )

export const writeThreshold = async (
  trx: Trx,
  threshold: { year: number; amount: string; gate: boolean }
): Promise<void> => {
  await trx.raw(
    `INSERT INTO affiliate_tax_threshold (id, year, amount, gate)
     VALUES (:id, :year, :amount::numeric, :gate)
     ON CONFLICT (year) WHERE deleted_at IS NULL DO UPDATE
        SET amount = excluded.amount, gate = excluded.gate, updated_at = now()`,
    { ...threshold, id: generateEntityId(undefined, "affthresh") }
  )
}

export const deleteThreshold = async (
  trx: Trx,
  year: number
): Promise<void> => {
  await trx.raw("DELETE FROM affiliate_tax_threshold WHERE year = :year", {
    year,
  })
}

/** What the merchant was told of an affiliate by a tax authority. */
export interface TaxStanding {
  backup_withholding: boolean
  reason: string | null
  /** When that was set, or taken back; `null` = never. */
  set_at: Date | null
}

export const readStanding = async (
  trx: Trx,
  affiliate_id: string
): Promise<TaxStanding> => {
  const [row] = await rowsOf<TaxStanding>(
    trx,
    `SELECT backup_withholding, reason, updated_at AS set_at FROM affiliate_tax_standing
      WHERE affiliate_id = :affiliate_id AND deleted_at IS NULL`,
    { affiliate_id }
  )
  return row ?? { backup_withholding: false, reason: null, set_at: null }
}

export const writeStanding = async (
  trx: Trx,
  standing: {
    affiliate_id: string
    backup_withholding: boolean
    reason: string | null
  }
): Promise<void> => {
  await trx.raw(
    `INSERT INTO affiliate_tax_standing (id, affiliate_id, backup_withholding, reason)
     VALUES (:id, :affiliate_id, :backup_withholding, :reason)
     ON CONFLICT (affiliate_id) WHERE deleted_at IS NULL DO UPDATE
        SET backup_withholding = excluded.backup_withholding, reason = excluded.reason,
            updated_at = now()`,
    { ...standing, id: generateEntityId(undefined, "affstand") }
  )
}

/** What stood of backup withholding when a payout was paid, or stands while it is not. */
export const withholdingOfPayout = async (
  trx: Trx,
  payout_id: string
): Promise<{
  flagged: boolean
  amount: string
  currency_code: string
} | null> => {
  const [row] = await rowsOf<{
    flagged: boolean
    amount: string
    currency_code: string
  }>(
    trx,
    `SELECT p.amount::text, p.currency_code,
            coalesce((affiliate_as_of('affiliate_tax_standing', to_jsonb(s), coalesce(p.paid_at, now()))
                        ->> 'backup_withholding')::boolean, false) AS flagged
       FROM affiliate_payout p
       LEFT JOIN affiliate_tax_standing s
         ON s.affiliate_id = p.affiliate_id AND s.deleted_at IS NULL
        AND s.created_at <= coalesce(p.paid_at, now())
      WHERE p.id = :payout_id`,
    { payout_id }
  )
  return row ?? null
}
