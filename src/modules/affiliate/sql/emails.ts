import { OptionalEmail } from "../domain/emails"
import { rowsOf, Trx } from "../ledger/transaction"

/** SQL: whether the affiliate `a` gets this e-mail. */
export const isWanted = (email: OptionalEmail): string =>
  `NOT ('${email}' = ANY(a.emails_off))`

/** Somebody who is to hear of a new version of an agreement. */
export interface AgreementReader {
  id: string
  name: string
  email: string
  program_name: string
  title: string
  version: number
}

/**
 * Whose payouts wait for an agreement, as long as it is the one in force: those
 * in the program who may earn, have not accepted it, and want to hear of it.
 *
 * @param input.after id of the last one of the page before; `""` = the first page
 * @returns by id
 */
export const readersOfAgreement = async (
  trx: Trx,
  input: { agreement_id: string; after: string; limit: number }
): Promise<AgreementReader[]> =>
  rowsOf<AgreementReader>(
    trx,
    `SELECT a.id, a.name, a.email, p.name AS program_name, g.title, g.version
       FROM affiliate_agreement g
       JOIN affiliate_program p ON p.id = g.program_id
       JOIN affiliate a ON a.program_id = g.program_id
      WHERE g.id = :agreement_id AND g.requires_acceptance
        AND a.status = 'approved' AND a.erased_at IS NULL AND a.deleted_at IS NULL
        AND a.id > :after AND ${isWanted("agreement_published")}
        AND NOT EXISTS (SELECT 1 FROM affiliate_agreement later
                         WHERE later.program_id = g.program_id
                           AND later.version > g.version)
        AND NOT EXISTS (SELECT 1 FROM affiliate_agreement_acceptance c
                         WHERE c.agreement_id = g.id AND c.affiliate_id = a.id)
      ORDER BY a.id LIMIT :limit`,
    input
  )
