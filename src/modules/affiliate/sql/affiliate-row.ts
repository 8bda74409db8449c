import { rowsOf, Trx } from "../ledger/transaction"

/** Keeps the affiliate as it is, and nothing new from referring to it, until the transaction ends. */
export const lockAffiliate = async (trx: Trx, id: string): Promise<boolean> => {
  const rows = await rowsOf(
    trx,
    "SELECT id FROM affiliate WHERE id = :id AND deleted_at IS NULL FOR UPDATE",
    { id }
  )
  return rows.length > 0
}

/** What stands against deleting an affiliate. */
export interface AffiliateTraces {
  earned: boolean
  children: number
}

/**
 * Everything that says an affiliate earned or was credited, ever. Read after `lockAffiliate`, which
 * keeps the foreign keys of commissions, payouts and attributions from gaining a row meanwhile.
 */
export const tracesOf = async (
  trx: Trx,
  id: string
): Promise<AffiliateTraces> => {
  const [row] = await rowsOf<AffiliateTraces>(
    trx,
    `SELECT EXISTS (SELECT 1 FROM affiliate_conversion WHERE affiliate_id = :id AND deleted_at IS NULL)
         OR EXISTS (SELECT 1 FROM affiliate_commission WHERE affiliate_id = :id AND deleted_at IS NULL)
         OR EXISTS (SELECT 1 FROM affiliate_entry WHERE affiliate_id = :id AND deleted_at IS NULL)
         OR EXISTS (SELECT 1 FROM affiliate_payout WHERE affiliate_id = :id AND deleted_at IS NULL)
         OR EXISTS (SELECT 1 FROM affiliate_attribution WHERE affiliate_id = :id AND deleted_at IS NULL) AS earned,
            (SELECT count(*)::int FROM affiliate
              WHERE parent_id = :id AND deleted_at IS NULL) AS children`,
    { id }
  )
  return row
}

/** Balances of somebody who never earned are rows of zeros, made by a lock. */
export const deleteEmptyBalances = async (
  trx: Trx,
  affiliate_id: string
): Promise<void> => {
  await rowsOf(
    trx,
    "DELETE FROM affiliate_balance WHERE affiliate_id = :affiliate_id",
    {
      affiliate_id,
    }
  )
}
