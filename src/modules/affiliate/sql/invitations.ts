import { Trx } from "../ledger/transaction"

/**
 * Makes place for new invitations. At once, not with the other writes of the transaction: those are
 * sent inserts first, which the unique index would refuse.
 */
export const revokeInvitations = async (
  trx: Trx,
  ids: string[],
  at: Date
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_invitation SET revoked_at = :at, updated_at = now()
      WHERE id = ANY(:ids)`,
    { ids, at }
  )
}
