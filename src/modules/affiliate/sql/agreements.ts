import { generateEntityId } from "@medusajs/framework/utils"

import { AgreementInForce } from "../domain/agreements"
import { rowsOf, Trx } from "../ledger/transaction"
import { databaseTime } from "./clock"

export interface AgreementRow {
  id: string
  program_id: string
  version: number
  title: string
  body: string
  body_sha256: string
  requires_acceptance: boolean
  published_at: Date
}

/** A version as one affiliate sees it. */
export type AgreementOfAffiliate = AgreementRow & { accepted_at: Date | null }

const COLUMNS = `g.id, g.program_id, g.version, g.title, g.body, g.body_sha256,
  g.requires_acceptance, g.published_at`

/** One publishing at a time in a program: each version follows the one before. */
export const lockToPublish = async (
  trx: Trx,
  program_id: string
): Promise<boolean> => {
  const rows = await rowsOf(
    trx,
    `SELECT id FROM affiliate_program
      WHERE id = :program_id AND deleted_at IS NULL FOR NO KEY UPDATE`,
    { program_id }
  )
  return rows.length > 0
}

/**
 * Keeps an affiliate where it is, and its program from publishing, until the
 * transaction ends: what is decided by the version in force holds as long.
 *
 * @returns the program's id; `null` = no such affiliate
 */
export const lockMember = async (
  trx: Trx,
  affiliate_id: string
): Promise<string | null> => {
  const [row] = await rowsOf<{ program_id: string }>(
    trx,
    `SELECT p.id AS program_id
       FROM affiliate a JOIN affiliate_program p ON p.id = a.program_id
      WHERE a.id = :affiliate_id AND a.deleted_at IS NULL
        FOR SHARE OF a, p`,
    { affiliate_id }
  )
  return row?.program_id ?? null
}

/** The version in force, which is the latest; `null` = the program published none. */
export const latestAgreement = async (
  trx: Trx,
  program_id: string
): Promise<AgreementRow | null> => {
  const [row] = await rowsOf<AgreementRow>(
    trx,
    `SELECT ${COLUMNS} FROM affiliate_agreement g
      WHERE g.program_id = :program_id ORDER BY g.version DESC LIMIT 1`,
    { program_id }
  )
  return row ?? null
}

/** Versions of the affiliate's program, newest first. */
export const agreementsOf = async (
  trx: Trx,
  input: {
    affiliate_id: string
    /** Only that one. */
    version?: number
    limit: number
    offset: number
  }
): Promise<AgreementOfAffiliate[]> =>
  rowsOf<AgreementOfAffiliate>(
    trx,
    `SELECT ${COLUMNS}, c.accepted_at
       FROM affiliate a
       JOIN affiliate_agreement g ON g.program_id = a.program_id
       LEFT JOIN affiliate_agreement_acceptance c
         ON c.agreement_id = g.id AND c.affiliate_id = a.id
      WHERE a.id = :affiliate_id
        AND (:version::int IS NULL OR g.version = :version)
      ORDER BY g.version DESC LIMIT :limit OFFSET :offset`,
    { ...input, version: input.version ?? null }
  )

/** The version in force for an affiliate, and what it accepted last in its program. */
export const agreementStateOf = async (
  trx: Trx,
  affiliate_id: string
): Promise<{
  in_force: AgreementInForce | null
  accepted: { version: number; accepted_at: Date } | null
}> => {
  const [in_force] = await agreementsOf(trx, {
    affiliate_id,
    limit: 1,
    offset: 0,
  })
  const [accepted] = await rowsOf<{ version: number; accepted_at: Date }>(
    trx,
    `SELECT g.version, c.accepted_at
       FROM affiliate_agreement_acceptance c
       JOIN affiliate_agreement g ON g.id = c.agreement_id
       JOIN affiliate a ON a.id = c.affiliate_id AND a.program_id = g.program_id
      WHERE c.affiliate_id = :affiliate_id
      ORDER BY g.version DESC LIMIT 1`,
    { affiliate_id }
  )
  return { in_force: in_force ?? null, accepted: accepted ?? null }
}

/**
 * Proof that a version was accepted, once for ever: a second one changes
 * nothing, and it stays though the affiliate is deleted.
 */
export const recordAcceptance = async (
  trx: Trx,
  {
    agreement,
    affiliate_id,
    address_hash,
  }: {
    agreement: Pick<AgreementRow, "id" | "body_sha256">
    affiliate_id: string
    /** Keyed hash of the network address; `null` = not known. */
    address_hash: string | null
  }
): Promise<void> => {
  await trx.raw(
    `INSERT INTO affiliate_agreement_acceptance
            (id, agreement_id, affiliate_id, body_sha256, accepted_at, address_hash)
     VALUES (:id, :agreement_id, :affiliate_id, :body_sha256, :accepted_at, :address_hash)
     ON CONFLICT (agreement_id, affiliate_id) WHERE deleted_at IS NULL DO NOTHING`,
    {
      id: generateEntityId(undefined, "affacc"),
      agreement_id: agreement.id,
      affiliate_id,
      body_sha256: agreement.body_sha256,
      accepted_at: await databaseTime(trx),
      address_hash,
    }
  )
}

/** How many affiliates there are who accepted each version. */
export const countAcceptances = async (
  trx: Trx,
  agreement_ids: string[]
): Promise<Map<string, number>> => {
  const rows = await rowsOf<{ agreement_id: string; n: number }>(
    trx,
    `SELECT c.agreement_id, count(*)::int AS n
       FROM affiliate_agreement_acceptance c
       JOIN affiliate a ON a.id = c.affiliate_id AND a.deleted_at IS NULL
      WHERE c.agreement_id = ANY(:agreement_ids)
      GROUP BY c.agreement_id`,
    { agreement_ids }
  )
  return new Map(rows.map(({ agreement_id, n }) => [agreement_id, n]))
}
