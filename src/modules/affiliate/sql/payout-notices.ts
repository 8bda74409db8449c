import { generateEntityId } from "@medusajs/framework/utils"

import { rowsOf, Trx } from "../ledger/transaction"
import { PayoutNotice } from "../../../providers/types"

/** Tries to handle one notice, each later than the one before: about two days in all. */
export const NOTICE_TRIES_MAX = 10

/** Between one try and the next, doubled with each. */
const PUT_OFF_FOR = "interval '5 minutes'"

/** How long whoever took a notice may be at it, before it counts as given up. */
const TAKEN_FOR = "interval '2 minutes'"

/** Longer than any service repeats itself, or takes money back. */
const KEPT_FOR = "interval '24 months'"

export interface NoticeRow {
  id: string
  provider: string
  event_id: string
  type: PayoutNotice["type"]
  content: PayoutNotice | null
  idempotency_key: string | null
  account_id: string | null
  state: "received" | "handled" | "failed"
  received_at: Date
}

const ROW = `id, provider, event_id, type, content, idempotency_key, account_id, state, received_at`

const saysOf = (notice: PayoutNotice): string => {
  switch (notice.type) {
    case "payment":
      return notice.result.status
    case "account":
      return notice.state.payouts_enabled ? "enabled" : "not_enabled"
    case "other":
      return notice.name
  }
}

/**
 * Keeps notices, each once for ever by the provider's own id. Those that
 * concern nobody are done with at once.
 *
 * @returns the ids of those that are new and wait to be handled
 */
export const storeNotices = async (
  trx: Trx,
  provider: string,
  notices: PayoutNotice[]
): Promise<string[]> => {
  const rows = await rowsOf<{ id: string; state: string }>(
    trx,
    `INSERT INTO affiliate_payout_notice
            (id, provider, event_id, type, says, content, idempotency_key, account_id, state,
             outcome, received_at, handled_at, handle_after)
     SELECT d.id, :provider, d.event_id, d.type, d.says, d.content::jsonb, d.key, d.account_id,
            CASE d.type WHEN 'other' THEN 'handled' ELSE 'received' END,
            CASE d.type WHEN 'other' THEN 'It concerns no payout and no account' END,
            now(), CASE d.type WHEN 'other' THEN now() END,
            CASE d.type WHEN 'other' THEN NULL ELSE now() + ${TAKEN_FOR} END
       FROM unnest(:ids::text[], :events::text[], :types::text[], :says::text[],
                   :contents::text[], :keys::text[], :accounts::text[])
            AS d (id, event_id, type, says, content, key, account_id)
      ORDER BY d.event_id
     ON CONFLICT (provider, event_id) WHERE deleted_at IS NULL DO NOTHING
     RETURNING id, state`,
    {
      provider,
      ids: notices.map(() => generateEntityId(undefined, "affnote")),
      events: notices.map(({ event_id }) => event_id),
      types: notices.map(({ type }) => type),
      says: notices.map(saysOf),
      contents: notices.map((notice) => JSON.stringify(notice)),
      keys: notices.map((one) =>
        one.type === "payment" ? one.idempotency_key : null
      ),
      accounts: notices.map((one) =>
        one.type === "account" ? one.account_id : null
      ),
    }
  )
  return rows.filter(({ state }) => state === "received").map(({ id }) => id)
}

/** Takes notices that are due and puts them off for as long as handling may take, so that no other server takes them too. */
export const claimNotices = async (
  trx: Trx,
  limit: number
): Promise<string[]> => {
  const rows = await rowsOf<{ id: string }>(
    trx,
    `UPDATE affiliate_payout_notice
        SET handle_after = now() + ${TAKEN_FOR}, updated_at = now()
      WHERE id IN (SELECT id FROM affiliate_payout_notice
                    WHERE state = 'received' AND handle_after <= now() AND deleted_at IS NULL
                    ORDER BY handle_after, id
                    LIMIT :limit
                      FOR NO KEY UPDATE SKIP LOCKED)
     RETURNING id`,
    { limit }
  )
  return rows.map(({ id }) => id)
}

export const readNotice = async (
  trx: Trx,
  id: string
): Promise<NoticeRow | null> => {
  const [row] = await rowsOf<NoticeRow>(
    trx,
    `SELECT ${ROW} FROM affiliate_payout_notice WHERE id = :id AND deleted_at IS NULL`,
    { id }
  )
  return row ?? null
}

/** As {@link readNotice}; nobody else handles it before this transaction ends. */
export const lockNotice = async (
  trx: Trx,
  id: string
): Promise<NoticeRow | null> => {
  const [row] = await rowsOf<NoticeRow>(
    trx,
    `SELECT ${ROW} FROM affiliate_payout_notice WHERE id = :id AND deleted_at IS NULL
        FOR NO KEY UPDATE`,
    { id }
  )
  return row ?? null
}

/** Whom a notice concerns, as far as that is known by now. */
export interface Concerned {
  payout_id?: string
  affiliate_id?: string
}

export const markNoticeHandled = async (
  trx: Trx,
  id: string,
  outcome: string,
  { payout_id, affiliate_id }: Concerned = {}
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_payout_notice
        SET state = 'handled', handled_at = now(), handle_after = NULL, last_error = NULL,
            -- Of somebody who was erased meanwhile nothing more is kept than that it came.
            content = CASE WHEN EXISTS (SELECT 1 FROM affiliate a
                                         WHERE a.id = :affiliate_id::text AND a.erased_at IS NOT NULL)
                           THEN NULL ELSE content END,
            outcome = :outcome, payout_id = coalesce(:payout_id::text, payout_id),
            affiliate_id = coalesce(:affiliate_id::text, affiliate_id), updated_at = now()
      WHERE id = :id`,
    {
      id,
      outcome,
      payout_id: payout_id ?? null,
      affiliate_id: affiliate_id ?? null,
    }
  )
}

/** A person has seen to it: who, and what they did, is kept. */
export const closeNotice = async (
  trx: Trx,
  id: string,
  note: string
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_payout_notice
        SET state = 'handled', handled_at = now(), handle_after = NULL, last_error = NULL,
            outcome = concat('By hand',
                             ' by ' || nullif(current_setting('affiliate.actor_id', true), ''),
                             ': ', :note::text),
            updated_at = now()
      WHERE id = :id`,
    { id, note }
  )
}

/** Ends the tries: a person has to look. */
export const markNoticeFailed = async (
  trx: Trx,
  id: string,
  error: string,
  { payout_id, affiliate_id }: Concerned = {}
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_payout_notice
        SET state = 'failed', handle_after = NULL, last_error = :error,
            payout_id = coalesce(:payout_id::text, payout_id),
            affiliate_id = coalesce(:affiliate_id::text, affiliate_id), updated_at = now()
      WHERE id = :id`,
    {
      id,
      error,
      payout_id: payout_id ?? null,
      affiliate_id: affiliate_id ?? null,
    }
  )
}

/** Counts a try that failed: the next comes later, and there is a last one. */
export const putNoticeOff = async (
  trx: Trx,
  id: string,
  error: string
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_payout_notice
        SET attempts = attempts + 1, last_error = :error,
            state = CASE WHEN attempts + 1 < ${NOTICE_TRIES_MAX} THEN 'received' ELSE 'failed' END,
            handle_after = CASE WHEN attempts + 1 < ${NOTICE_TRIES_MAX}
                                THEN now() + ${PUT_OFF_FOR} * 2 ^ attempts END,
            updated_at = now()
      WHERE id = :id AND state <> 'handled'`,
    { id, error }
  )
}

/** Forgets what was handled long ago, so that the table has an end. */
export const forgetOldNotices = async (
  trx: Trx,
  limit: number
): Promise<void> => {
  await trx.raw(
    `DELETE FROM affiliate_payout_notice
      WHERE id IN (SELECT id FROM affiliate_payout_notice
                    WHERE state = 'handled' AND created_at < now() - ${KEPT_FOR}
                      AND deleted_at IS NULL
                    ORDER BY created_at
                    LIMIT :limit
                      FOR UPDATE SKIP LOCKED)`,
    { limit }
  )
}

/** Whether the money of an attempt was booked as paid, or said to have come back whole. */
export const readAttempt = async (
  trx: Trx,
  input: { payout_id: string; attempt: number; idempotency_key: string }
): Promise<{ was_paid: boolean; said_returned: boolean }> => {
  const [row] = await rowsOf<{ was_paid: boolean; said_returned: boolean }>(
    trx,
    `SELECT EXISTS (SELECT 1 FROM affiliate_entry
                     WHERE payout_id = :payout_id AND type = 'payout_paid'
                       AND split_part(source_key, ':', 3) = :attempt::text) AS was_paid,
            EXISTS (SELECT 1 FROM affiliate_payout_notice
                     WHERE idempotency_key = :idempotency_key AND says = 'returned'
                       AND content -> 'result' ->> 'amount' IS NULL
                       AND deleted_at IS NULL) AS said_returned`,
    input
  )
  return row
}

/** What can be known of the database's age of a notice: whether it came only just now. */
export const isFresh = async (
  trx: Trx,
  id: string,
  minutes: number
): Promise<boolean> => {
  const [row] = await rowsOf<{ fresh: boolean }>(
    trx,
    `SELECT received_at > now() - make_interval(mins => :minutes::int) AS fresh
       FROM affiliate_payout_notice WHERE id = :id`,
    { id, minutes }
  )
  return row?.fresh ?? false
}
