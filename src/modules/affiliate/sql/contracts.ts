import { TermsOfContract } from "../domain/terms"
import { rowsOf, Trx } from "../ledger/transaction"
import { asOf } from "./as-of"

/**
 * The contract that was in force when an order was placed, as it read at a
 * moment: ending a contract today leaves yesterday's orders as they were. One
 * made after that moment counts for nothing, though it may say that it began
 * before.
 */
export const readContractInForce = async (
  trx: Trx,
  input: { affiliate_id: string; placed_at: Date; moment: Date }
): Promise<TermsOfContract | null> => {
  const [contract] = await rowsOf<TermsOfContract>(
    trx,
    `SELECT c.id, c.revenue_split::text
       FROM affiliate_contract c_now
      CROSS JOIN ${asOf("affiliate_contract", "c_now")} c
      WHERE c_now.affiliate_id = :affiliate_id AND c_now.created_at <= :moment
        AND c.deleted_at IS NULL AND c.starts_at <= :placed_at
        AND (c.ends_at IS NULL OR c.ends_at > :placed_at)
      ORDER BY c.starts_at DESC LIMIT 1`,
    input
  )
  return contract ?? null
}
