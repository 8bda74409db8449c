import { rowsOf, Trx } from "../ledger/transaction"

/** An invitation whose e-mail is due, with the words of it. */
export interface InvitationToSend {
  id: string
  email: string
  name: string | null
  program_name: string
  expires_at: Date
  token_hash: string
  token_seed: string
  /** Counts from 1, one more after each try that failed; part of the e-mail's idempotency key. */
  attempt: number
}

/** Tries of one e-mail, each later than the one before: some two days in all. */
export const INVITATION_TRIES_MAX = 10

/** How long whoever took an e-mail may be at it, before it counts as given up. */
const TAKEN_FOR = "interval '10 minutes'"

/** Between one try and the next, doubled with each. */
const PUT_OFF_FOR = "interval '5 minutes'"

const TO_SEND = `email_status = 'waiting' AND deleted_at IS NULL
  AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > now()
  AND (notify_after IS NULL OR notify_after <= now())
  AND (:ids::text[] IS NULL OR id = ANY(:ids::text[]))`

export interface InvitationsToSend {
  /** Only these; `null` = all. */
  ids: string[] | null
}

export const anyInvitationToSend = async (
  trx: Trx,
  { ids }: InvitationsToSend
): Promise<boolean> => {
  const [row] = await rowsOf<{ found: boolean }>(
    trx,
    `SELECT EXISTS (SELECT 1 FROM affiliate_invitation WHERE ${TO_SEND}) AS found`,
    { ids }
  )
  return row.found
}

/**
 * Takes invitations whose e-mail is due and puts them off for as long as sending may take, so that no other server
 * takes them too. The try is counted when it has failed: one that was taken and forgotten, because a server stopped, is
 * made again under the same key.
 */
export const claimInvitationsToSend = async (
  trx: Trx,
  { ids, limit }: InvitationsToSend & { limit: number }
): Promise<InvitationToSend[]> =>
  rowsOf<InvitationToSend>(
    trx,
    `WITH claimed AS (
       UPDATE affiliate_invitation
          SET notify_after = now() + ${TAKEN_FOR}, updated_at = now()
        WHERE id IN (SELECT id FROM affiliate_invitation
                      WHERE ${TO_SEND}
                      ORDER BY created_at, id
                      LIMIT :limit
                        FOR NO KEY UPDATE SKIP LOCKED)
       RETURNING *)
     SELECT i.id, i.email, i.name, p.name AS program_name, i.expires_at,
            i.token_hash, i.token_seed, i.notify_attempts + 1 AS attempt
       FROM claimed i JOIN affiliate_program p ON p.id = i.program_id
      ORDER BY i.created_at, i.id`,
    { ids, limit }
  )

/** An invitation as it was sent: sent again meanwhile, it has another token, and is not meant. */
export interface SentAs {
  id: string
  token_hash: string
}

export const markInvitationSent = async (
  trx: Trx,
  sent: SentAs
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_invitation
        SET email_status = 'sent', sent_at = now(), notify_after = NULL,
            email_error = NULL, updated_at = now()
      WHERE id = :id AND token_hash = :token_hash AND email_status <> 'sent'`,
    { ...sent }
  )
}

/** Counts a try that failed: the next comes later, and there is a last one. */
export const putInvitationOff = async (
  trx: Trx,
  failed: SentAs & { error: string }
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_invitation
        SET notify_attempts = notify_attempts + 1,
            notify_after = now() + ${PUT_OFF_FOR} * 2 ^ notify_attempts,
            email_status = CASE WHEN notify_attempts + 1 < ${INVITATION_TRIES_MAX}
                                THEN 'waiting' ELSE 'failed' END,
            email_error = :error, updated_at = now()
      WHERE id = :id AND token_hash = :token_hash AND email_status = 'waiting'`,
    { ...failed }
  )
}

/** Ends the tries. */
export const giveInvitationUp = async (
  trx: Trx,
  failed: SentAs & { error: string }
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_invitation
        SET email_status = 'failed', notify_after = NULL, email_error = :error,
            updated_at = now()
      WHERE id = :id AND token_hash = :token_hash AND email_status = 'waiting'`,
    { ...failed }
  )
}
