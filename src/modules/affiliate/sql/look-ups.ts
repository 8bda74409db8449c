import { minutesToNextLookUp, providerMissing } from "../domain/look-ups"
import { rowsOf, Trx } from "../ledger/transaction"

/** How long whoever took a payout may be at asking, before it counts as given up. */
const TAKEN_FOR = "interval '10 minutes'"

/** An attempt under way, named by its key: what is learnt of one that is over is not meant. */
export interface Attempt {
  id: string
  idempotency_key: string
}

/**
 * Takes payouts of one provider that are due to be asked about and puts them
 * off for as long as asking may take, so that no other process asks too. The
 * look-up is counted when it has settled nothing: one that was taken and
 * forgotten, because a server stopped, is made again.
 */
export const claimLookUps = async (
  trx: Trx,
  input: { provider: string; limit: number }
): Promise<Attempt[]> =>
  rowsOf<Attempt>(
    trx,
    `UPDATE affiliate_payout
        SET look_up_after = now() + ${TAKEN_FOR}, updated_at = now()
      WHERE id IN (SELECT id FROM affiliate_payout
                    WHERE status = 'processing' AND provider = :provider
                      AND look_up_after <= now() AND deleted_at IS NULL
                    ORDER BY look_up_after, id
                    LIMIT :limit
                      FOR NO KEY UPDATE SKIP LOCKED)
     RETURNING id, idempotency_key`,
    input
  )

/**
 * Raises the alarm for payouts under way that are due to be asked about at a
 * provider that is not loaded. No look-up is counted, and they stay due: when
 * the provider is back they are asked about at once.
 *
 * @returns the providers that are missing
 */
export const raiseMissingProviders = async (
  trx: Trx,
  input: { loaded: string[]; limit: number }
): Promise<string[]> => {
  const due = `status = 'processing' AND look_up_after <= now() AND stuck_at IS NULL AND deleted_at IS NULL`
  const missing = await rowsOf<{ provider: string }>(
    trx,
    `SELECT DISTINCT provider FROM affiliate_payout
      WHERE ${due} AND provider <> ALL(:loaded::text[])
      ORDER BY provider`,
    input
  )
  for (const { provider } of missing) {
    await trx.raw(
      `UPDATE affiliate_payout
          SET stuck_at = now(), look_up_error = :error, updated_at = now()
        WHERE id IN (SELECT id FROM affiliate_payout
                      WHERE ${due} AND provider = :provider
                      ORDER BY id
                      LIMIT :limit
                        FOR NO KEY UPDATE SKIP LOCKED)`,
      { provider, error: providerMissing(provider), limit: input.limit }
    )
  }
  return missing.map(({ provider }) => provider)
}

/** Has an attempt under way asked about soon, because something was done about it whose answer may be lost. */
export const askSoon = async (
  trx: Trx,
  { id, idempotency_key }: Attempt
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_payout
        SET look_up_after = least(look_up_after, now() + interval '1 minute'), updated_at = now()
      WHERE id = :id AND idempotency_key = :idempotency_key AND status = 'processing'`,
    { id, idempotency_key }
  )
}

export interface LookedUp extends Attempt {
  /** Why it settled nothing, in the provider's words; `null` = it is under way. */
  error: string | null
}

/** Counts a look-up that settled nothing: the next comes later, and after the last a person has to look. */
export const putLookUpOff = async (
  trx: Trx,
  { id, idempotency_key, error }: LookedUp
): Promise<void> => {
  const [payout] = await rowsOf<{ look_ups: number }>(
    trx,
    `SELECT look_ups FROM affiliate_payout
      WHERE id = :id AND idempotency_key = :idempotency_key AND status = 'processing'
        FOR NO KEY UPDATE`,
    { id, idempotency_key }
  )
  if (!payout) {
    return
  }
  const look_ups = payout.look_ups + 1
  const minutes = minutesToNextLookUp(look_ups)
  await trx.raw(
    `UPDATE affiliate_payout
        SET look_ups = :look_ups, look_up_error = :error, updated_at = now(),
            look_up_after = now() + make_interval(mins => :minutes::int),
            stuck_at = CASE WHEN :minutes::int IS NULL THEN coalesce(stuck_at, now()) END
      WHERE id = :id`,
    { id, look_ups, error, minutes }
  )
}

/** Gives back what was taken and not asked about, to be asked at the next occasion. */
export const releaseLookUps = async (
  trx: Trx,
  ids: string[]
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_payout SET look_up_after = now(), updated_at = now()
      WHERE id = ANY(:ids) AND status = 'processing' AND look_up_after > now()`,
    { ids }
  )
}
