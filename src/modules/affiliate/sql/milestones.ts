import { rowsOf, Trx } from "../ledger/transaction"
import { isWanted } from "./emails"

export interface ReachedMilestone {
  id: string
  affiliate_id: string
  program_id: string
  currency_code: string
  threshold: string
}

/**
 * What counts towards milestones: all that was earned from orders in one
 * program and currency, first and trailing commissions alike, less what was
 * taken back.
 *
 * @param whose a condition on `c.affiliate_id`
 */
const earned = (whose: string): string =>
  `SELECT c.affiliate_id, c.program_id, c.currency_code, sum(c.amount) AS total
     FROM affiliate_commission c
    WHERE c.kind IN ('sale', 'trailing', 'level') AND c.deleted_at IS NULL
      AND ${whose}
    GROUP BY c.affiliate_id, c.program_id, c.currency_code`

/**
 * Records the milestones that were reached, each once per affiliate for ever
 * (unique key). Affiliates who have reached everything are not summed again.
 *
 * @param affiliate_ids only these; `null` = all
 */
export const recordMilestones = async (
  trx: Trx,
  affiliate_ids: string[] | null,
  limit: number
): Promise<ReachedMilestone[]> =>
  rowsOf<ReachedMilestone>(
    trx,
    `WITH open AS (
       SELECT a.id AS affiliate_id, p.id AS program_id,
              lower(m.currency_code) AS currency_code, m.amount AS threshold
         FROM affiliate a
         JOIN affiliate_program p ON p.id = a.program_id
        CROSS JOIN jsonb_to_recordset(p.milestones)
                   AS m (currency_code text, amount numeric)
        WHERE a.deleted_at IS NULL AND a.erased_at IS NULL
          AND (:affiliate_ids::text[] IS NULL OR a.id = ANY(:affiliate_ids::text[]))
          AND NOT EXISTS (
                SELECT 1 FROM affiliate_milestone r
                 WHERE r.affiliate_id = a.id AND r.program_id = p.id
                   AND r.currency_code = lower(m.currency_code)
                   AND r.threshold = m.amount AND r.deleted_at IS NULL)),
     earned AS (${earned(
       // Said twice, so that those who are named are found by the index.
       `c.affiliate_id IN (SELECT affiliate_id FROM open)
      AND (:affiliate_ids::text[] IS NULL OR c.affiliate_id = ANY(:affiliate_ids::text[]))`
     )}),
     reached AS (
       SELECT open.* FROM open JOIN earned USING (affiliate_id, program_id, currency_code)
        WHERE earned.total >= open.threshold
        ORDER BY affiliate_id, threshold
        LIMIT :limit)
     INSERT INTO affiliate_milestone
            (id, affiliate_id, program_id, currency_code, threshold, reached_at)
     SELECT 'affmile_' || replace(gen_random_uuid()::text, '-', ''),
            affiliate_id, program_id, currency_code, threshold, now()
       FROM reached
     ON CONFLICT DO NOTHING
     RETURNING id, affiliate_id, program_id, currency_code, threshold::text`,
    { affiliate_ids, limit }
  )

/** A milestone of an affiliate's program, and how far the affiliate is; decimals as text. */
export interface MilestoneStanding {
  threshold: string
  currency_code: string
  /** `null` = not yet. */
  reached_at: Date | null
  /** All that counts towards it. */
  earned: string
}

/** The milestones an affiliate has reached in its program, and of each currency the next one. */
export const readMilestoneStandings = async (
  trx: Trx,
  affiliate_id: string
): Promise<MilestoneStanding[]> =>
  rowsOf<MilestoneStanding>(
    trx,
    `WITH own AS (
       SELECT a.program_id, p.milestones FROM affiliate a
         JOIN affiliate_program p ON p.id = a.program_id
        WHERE a.id = :affiliate_id),
     reached AS (
       SELECT r.program_id, r.currency_code, r.threshold, r.reached_at
         FROM affiliate_milestone r JOIN own USING (program_id)
        WHERE r.affiliate_id = :affiliate_id AND r.deleted_at IS NULL),
     next AS (
       SELECT own.program_id, lower(m.currency_code) AS currency_code,
              min(m.amount) AS threshold, NULL::timestamptz AS reached_at
         FROM own
        CROSS JOIN jsonb_to_recordset(own.milestones) AS m (currency_code text, amount numeric)
        WHERE NOT EXISTS (SELECT 1 FROM reached r
                           WHERE r.currency_code = lower(m.currency_code)
                             AND r.threshold = m.amount)
        GROUP BY own.program_id, lower(m.currency_code)),
     standing AS (SELECT * FROM reached UNION ALL SELECT * FROM next),
     earned AS (${earned("c.affiliate_id = :affiliate_id")})
     SELECT standing.threshold::text, standing.currency_code, standing.reached_at,
            coalesce(earned.total, 0)::text AS earned
       FROM standing LEFT JOIN earned USING (program_id, currency_code)
      ORDER BY standing.currency_code, standing.threshold`,
    { affiliate_id }
  )

/** Milestones whose event is still to be emitted, locked until it is. */
export const lockUnannounced = async (
  trx: Trx,
  limit: number
): Promise<ReachedMilestone[]> =>
  rowsOf<ReachedMilestone>(
    trx,
    `SELECT id, affiliate_id, program_id, currency_code, threshold::text
       FROM affiliate_milestone
      WHERE announced_at IS NULL AND deleted_at IS NULL
      ORDER BY reached_at, id
      LIMIT :limit
        FOR NO KEY UPDATE SKIP LOCKED`,
    { limit }
  )

export const markAnnounced = async (trx: Trx, ids: string[]): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_milestone SET announced_at = now(), updated_at = now()
      WHERE id = ANY(:ids)`,
    { ids }
  )
}

/** A milestone to be told to the affiliate, with the words of the e-mail. */
export interface MilestoneToNotify extends ReachedMilestone {
  name: string
  email: string
  program_name: string
  /** One that they do not want is taken too, to be done with. */
  wanted: boolean
  /** Counts from 1; part of the e-mail's idempotency key. */
  attempt: number
}

/** Tries of one e-mail, each later than the one before. */
export const NOTIFY_ATTEMPTS_MAX = 8

/** Whether the store has a way to send e-mails. */
export const hasEmailProvider = async (trx: Trx): Promise<boolean> => {
  const rows = await rowsOf<{ found: boolean }>(
    trx,
    `SELECT EXISTS (SELECT 1 FROM notification_provider
                     WHERE is_enabled AND 'email' = ANY(channels)
                       AND deleted_at IS NULL) AS found`
  )
  return rows[0].found
}

const TO_NOTIFY = `notified_at IS NULL AND deleted_at IS NULL
  AND notify_attempts < ${NOTIFY_ATTEMPTS_MAX}
  AND (notify_after IS NULL OR notify_after <= now())`

export const anyToNotify = async (trx: Trx): Promise<boolean> => {
  const rows = await rowsOf<{ found: boolean }>(
    trx,
    `SELECT EXISTS (SELECT 1 FROM affiliate_milestone WHERE ${TO_NOTIFY}) AS found`
  )
  return rows[0].found
}

/**
 * Takes milestones that are still to be told and puts their next try off, so
 * that no other instance takes them too: 10 minutes, doubled with each try.
 */
export const claimUnnotified = async (
  trx: Trx,
  limit: number
): Promise<MilestoneToNotify[]> =>
  rowsOf<MilestoneToNotify>(
    trx,
    `UPDATE affiliate_milestone m
        SET notify_attempts = m.notify_attempts + 1,
            notify_after = now() + interval '10 minutes' * 2 ^ m.notify_attempts,
            updated_at = now()
       FROM affiliate a, affiliate_program p
      WHERE a.id = m.affiliate_id AND p.id = m.program_id
        AND m.id IN (SELECT id FROM affiliate_milestone
                      WHERE ${TO_NOTIFY}
                      ORDER BY reached_at, id
                      LIMIT :limit
                        FOR NO KEY UPDATE SKIP LOCKED)
     RETURNING m.id, m.affiliate_id, m.program_id, m.currency_code,
               m.threshold::text, a.name, a.email, p.name AS program_name,
               ${isWanted("milestone_reached")} AS wanted,
               m.notify_attempts AS attempt`,
    { limit }
  )

export const markNotified = async (trx: Trx, id: string): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_milestone SET notified_at = now(), updated_at = now()
      WHERE id = :id`,
    { id }
  )
}
