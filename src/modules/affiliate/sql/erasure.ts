import { StatusChange } from "../domain/affiliate-status"
import { Pseudonym } from "../domain/erasure"
import { rowsOf, Trx } from "../ledger/transaction"
import { NOTIFY_ATTEMPTS_MAX } from "./milestones"

/** Whoever is to be erased, as far as it decides how. */
export interface PersonRow {
  id: string
  name: string
  email: string
  status: StatusChange["status"]
  status_history: StatusChange[]
  erased_at: Date | null
}

/** Keeps the affiliate as it is, and nothing new from referring to it, until the transaction ends. */
export const lockPerson = async (
  trx: Trx,
  id: string
): Promise<PersonRow | null> => {
  const [row] = await rowsOf<PersonRow>(
    trx,
    `SELECT id, name, email, status, status_history, erased_at FROM affiliate
      WHERE id = :id AND deleted_at IS NULL FOR UPDATE`,
    { id }
  )
  return row ?? null
}

/** Every name and e-mail address that the person ever had here. */
export const wordsOfPerson = async (
  trx: Trx,
  id: string
): Promise<{ names: string[]; emails: string[] }> => {
  const rows = await rowsOf<{ field: "name" | "email"; word: string }>(
    trx,
    `SELECT 'name' AS field, name AS word FROM affiliate WHERE id = :id
      UNION SELECT 'email', email FROM affiliate WHERE id = :id
      UNION
     SELECT field.key, side.word
       FROM affiliate_change c
      CROSS JOIN jsonb_each(c.changes) field
      CROSS JOIN LATERAL (VALUES (field.value ->> 'from'), (field.value ->> 'to')) side (word)
      WHERE c.entity = 'affiliate' AND c.entity_id = :id
        AND field.key IN ('name', 'email') AND side.word IS NOT NULL`,
    { id }
  )
  const of = (wanted: "name" | "email") =>
    rows.flatMap(({ field, word }) => (field === wanted ? word : []))
  return { names: of("name"), emails: of("email") }
}

/** Money of one currency that an affiliate still has in the books. */
export interface OpenBalance {
  currency_code: string
  pending: string
  available: string
}

/**
 * Locks all of an affiliate's balances, as whoever moves money does first.
 *
 * @returns those with money that was not paid out, or a debt
 */
export const lockOpenBalances = async (
  trx: Trx,
  affiliate_id: string
): Promise<OpenBalance[]> => {
  const rows = await rowsOf<OpenBalance & { open: boolean }>(
    trx,
    `SELECT currency_code, pending::text, available::text,
            pending <> 0 OR available <> 0 AS open
       FROM affiliate_balance
      WHERE affiliate_id = :affiliate_id AND deleted_at IS NULL
      ORDER BY affiliate_id, currency_code
        FOR NO KEY UPDATE`,
    { affiliate_id }
  )
  return rows.filter(({ open }) => open)
}

/** Numbers of the payouts that are still under way. */
export const payoutsUnderWay = async (
  trx: Trx,
  affiliate_id: string
): Promise<number[]> => {
  const rows = await rowsOf<{ display_id: number }>(
    trx,
    `SELECT display_id FROM affiliate_payout
      WHERE affiliate_id = :affiliate_id AND status IN ('pending', 'processing')
      ORDER BY display_id`,
    { affiliate_id }
  )
  return rows.map(({ display_id }) => display_id)
}

/** Puts the pseudonym in the person's place; status and history stay true. */
export const pseudonymise = async (
  trx: Trx,
  id: string,
  row: Pseudonym & { reason: string; now: Date; history: StatusChange[] }
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate
        SET name = :name, email = :email, email_normalized = :email,
            customer_id = NULL, auth_identity_id = NULL, website = NULL,
            country_code = NULL, answers = NULL, metadata = NULL,
            identity_note = NULL, reapply_at = NULL,
            status = 'suspended', status_reason = :reason,
            status_history = :history::jsonb,
            suspended_at = coalesce(suspended_at, :now), erased_at = :now,
            updated_at = now()
      WHERE id = :id`,
    { ...row, id, history: JSON.stringify(row.history) }
  )
}

/** Retires the codes, whose words nobody gets again, and forgets where money went or is told. */
export const forgetBelongings = async (
  trx: Trx,
  id: string,
  now: Date
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_code SET retired_at = :now, updated_at = now()
      WHERE affiliate_id = :id AND retired_at IS NULL`,
    { id, now }
  )
  await trx.raw(
    "DELETE FROM affiliate_payout_method WHERE affiliate_id = :id",
    { id }
  )
  await trx.raw(
    `UPDATE affiliate_payout
        SET destination = NULL, destination_masked = '{}', updated_at = now()
      WHERE affiliate_id = :id`,
    { id }
  )
  await trx.raw(
    `UPDATE affiliate_payout_batch_item SET reason = NULL, updated_at = now()
      WHERE affiliate_id = :id AND reason IS NOT NULL`,
    { id }
  )
  await trx.raw(
    `UPDATE affiliate_payout_notice
        SET content = NULL, account_id = NULL, outcome = NULL, last_error = NULL, updated_at = now()
      WHERE affiliate_id = :id AND state = 'handled'`,
    { id }
  )
  await trx.raw(
    `UPDATE affiliate_identity_document SET name = 'erased', updated_at = now()
      WHERE affiliate_id = :id`,
    { id }
  )
  await trx.raw(
    `UPDATE affiliate_milestone
        SET notify_attempts = ${NOTIFY_ATTEMPTS_MAX}, updated_at = now()
      WHERE affiliate_id = :id AND notified_at IS NULL`,
    { id }
  )
}

/** Takes the person off invitations, accepted or sent to any of their addresses; open ones end. */
export const forgetInvitations = async (
  trx: Trx,
  input: { id: string; name: string; emails: string[]; now: Date }
): Promise<string[]> => {
  const rows = await rowsOf<{ id: string }>(
    trx,
    `UPDATE affiliate_invitation
        SET name = CASE WHEN name IS NOT NULL THEN :name END,
            email = 'erased-' || lower(id) || '@erased.invalid',
            email_normalized = 'erased-' || lower(id) || '@erased.invalid',
            revoked_at = CASE WHEN accepted_at IS NULL
                              THEN coalesce(revoked_at, :now) ELSE revoked_at END,
            email_error = NULL, updated_at = now()
      WHERE affiliate_id = :id OR email_normalized = ANY(:emails)
      RETURNING id`,
    input
  )
  return rows.map(({ id }) => id)
}
