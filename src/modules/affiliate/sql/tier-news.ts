import { rowsOf, Trx } from "../ledger/transaction"
import { isWanted } from "./emails"

/** A change of tier whose event is still to be emitted. */
export interface TierChangeToAnnounce {
  id: string
  affiliate_id: string
  from_tier_id: string | null
  to_tier_id: string | null
}

/** Changes whose event is still to be emitted, locked until it is, oldest first. */
export const lockUnannouncedChanges = async (
  trx: Trx,
  limit: number
): Promise<TierChangeToAnnounce[]> =>
  rowsOf<TierChangeToAnnounce>(
    trx,
    `SELECT id, affiliate_id, from_tier_id, to_tier_id
       FROM affiliate_tier_change
      WHERE announced_at IS NULL AND deleted_at IS NULL
      ORDER BY at, id
      LIMIT :limit
        FOR NO KEY UPDATE SKIP LOCKED`,
    { limit }
  )

export const markChangesAnnounced = async (
  trx: Trx,
  ids: string[]
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_tier_change SET announced_at = now(), updated_at = now()
      WHERE id = ANY(:ids)`,
    { ids }
  )
}

/** A change of tier to be told to the affiliate, with the words of the e-mail. */
export interface TierChangeToNotify extends TierChangeToAnnounce {
  name: string
  email: string
  program_name: string
  /** `null` = no tier, or one that is deleted by now. */
  from_tier_name: string | null
  to_tier_name: string | null
  features: string[]
  /** One that they do not want is taken too, to be done with. */
  wanted: boolean
  /** Counts from 1; part of the e-mail's idempotency key. */
  attempt: number
}

const NOTIFY_ATTEMPTS_MAX = 8

/**
 * Who is told by e-mail: whom the requirements moved, of the latest change
 * alone, because an older one is no longer true.
 */
const TO_NOTIFY = `c.by = 'requirements' AND c.notified_at IS NULL AND c.deleted_at IS NULL
  AND c.notify_attempts < ${NOTIFY_ATTEMPTS_MAX}
  AND (c.notify_after IS NULL OR c.notify_after <= now())
  AND EXISTS (SELECT 1 FROM affiliate a
               WHERE a.id = c.affiliate_id AND a.erased_at IS NULL
                 AND a.deleted_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM affiliate_tier_change later
                   WHERE later.affiliate_id = c.affiliate_id AND later.at > c.at
                     AND later.deleted_at IS NULL)`

export const anyChangeToNotify = async (trx: Trx): Promise<boolean> => {
  const [row] = await rowsOf<{ found: boolean }>(
    trx,
    `SELECT EXISTS (SELECT 1 FROM affiliate_tier_change c WHERE ${TO_NOTIFY}) AS found`
  )
  return row.found
}

/**
 * Takes changes that are still to be told and puts their next try off, so that
 * no other instance takes them too: 10 minutes, doubled with each try.
 */
export const claimUnnotifiedChanges = async (
  trx: Trx,
  limit: number
): Promise<TierChangeToNotify[]> =>
  rowsOf<TierChangeToNotify>(
    trx,
    `WITH claimed AS (
       UPDATE affiliate_tier_change
          SET notify_attempts = notify_attempts + 1,
              notify_after = now() + interval '10 minutes' * 2 ^ notify_attempts,
              updated_at = now()
        WHERE id IN (SELECT c.id FROM affiliate_tier_change c
                      WHERE ${TO_NOTIFY}
                      ORDER BY c.at, c.id
                      LIMIT :limit
                        FOR NO KEY UPDATE OF c SKIP LOCKED)
       RETURNING *)
     SELECT c.id, c.affiliate_id, c.from_tier_id, c.to_tier_id,
            c.notify_attempts AS attempt, a.name, a.email, p.name AS program_name,
            was.name AS from_tier_name, is_now.name AS to_tier_name,
            coalesce(is_now.features, '[]') AS features,
            ${isWanted("tier_changed")} AS wanted
       FROM claimed c
       JOIN affiliate a ON a.id = c.affiliate_id
       JOIN affiliate_program p ON p.id = c.program_id
       LEFT JOIN affiliate_tier was ON was.id = c.from_tier_id
       LEFT JOIN affiliate_tier is_now ON is_now.id = c.to_tier_id
      ORDER BY c.at, c.id`,
    { limit }
  )

export const markChangeNotified = async (
  trx: Trx,
  id: string
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_tier_change SET notified_at = now(), updated_at = now()
      WHERE id = :id`,
    { id }
  )
}
