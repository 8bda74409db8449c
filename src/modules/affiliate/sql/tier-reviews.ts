import { RankedTier, RequirementFigure } from "../domain/tiers"
import { rowsOf, Trx } from "../ledger/transaction"

/** An affiliate that the requirements move from one tier to another; `null` = no tier. */
export interface TierMove {
  affiliate_id: string
  from_tier_id: string | null
  to_tier_id: string | null
  figures: RequirementFigure[]
}

/** Active programs in which anybody can come or go by requirements, by id. */
export const programsToReview = async (
  trx: Trx,
  program_id: string | null
): Promise<string[]> => {
  const rows = await rowsOf<{ id: string }>(
    trx,
    `SELECT p.id FROM affiliate_program p
      WHERE p.status = 'active' AND p.deleted_at IS NULL
        AND (:program_id::text IS NULL OR p.id = :program_id)
        AND EXISTS (SELECT 1 FROM affiliate_tier t
                     WHERE t.program_id = p.id AND t.auto AND t.deleted_at IS NULL)
      ORDER BY p.id`,
    { program_id }
  )
  return rows.map(({ id }) => id)
}

/** A program's tiers, in one order, so that two readings can be compared. */
export const readRankedTiers = async (
  trx: Trx,
  program_id: string
): Promise<RankedTier[]> =>
  rowsOf<RankedTier>(
    trx,
    `SELECT id, rank, auto, requirements FROM affiliate_tier
      WHERE program_id = :program_id AND deleted_at IS NULL
      ORDER BY id`,
    { program_id }
  )

/** Approved affiliates of a program who are in no tier or in one of these, in id order. */
export const affiliatesToReview = async (
  trx: Trx,
  input: {
    program_id: string
    tier_ids: string[]
    after: string
    limit: number
  }
): Promise<{ id: string; tier_id: string | null }[]> =>
  rowsOf(
    trx,
    `SELECT id, tier_id FROM affiliate
      WHERE program_id = :program_id AND id > :after
        AND (tier_id IS NULL OR tier_id = ANY(:tier_ids))
        AND status = 'approved' AND erased_at IS NULL AND deleted_at IS NULL
      ORDER BY id
      LIMIT :limit`,
    input
  )

/**
 * Moves affiliates who still are where the review found them, and writes down
 * each move with its figures, in one statement.
 *
 * @returns the ids of those who moved
 */
export const moveAffiliates = async (
  trx: Trx,
  program_id: string,
  moves: TierMove[]
): Promise<string[]> => {
  const rows = await rowsOf<{ affiliate_id: string }>(
    trx,
    `WITH wanted AS (
       SELECT * FROM jsonb_to_recordset(:moves::jsonb)
                AS m (affiliate_id text, from_tier_id text, to_tier_id text, figures jsonb)),
     moved AS (
       UPDATE affiliate a SET tier_id = wanted.to_tier_id, updated_at = now()
         FROM wanted
        WHERE a.id = wanted.affiliate_id AND a.program_id = :program_id
          AND a.tier_id IS NOT DISTINCT FROM wanted.from_tier_id
          AND a.status = 'approved' AND a.erased_at IS NULL AND a.deleted_at IS NULL
       RETURNING a.id)
     INSERT INTO affiliate_tier_change
            (id, affiliate_id, program_id, from_tier_id, to_tier_id, by, figures, at)
     SELECT 'afftc_' || replace(gen_random_uuid()::text, '-', ''),
            wanted.affiliate_id, :program_id, wanted.from_tier_id, wanted.to_tier_id,
            'requirements', wanted.figures, date_trunc('milliseconds', clock_timestamp())
       FROM moved JOIN wanted ON wanted.affiliate_id = moved.id
     RETURNING affiliate_id`,
    { program_id, moves: JSON.stringify(moves) }
  )
  return rows.map(({ affiliate_id }) => affiliate_id)
}

/** A change of tier by a person, as it was written down. */
export interface MoveByHand {
  id: string
  from_tier_id: string | null
  to_tier_id: string | null
}

/**
 * Writes down that a person moved an affiliate, in the transaction of the
 * move. Whoever moves announces it, when all that belongs to it has succeeded.
 */
export const recordMoveByHand = async (
  trx: Trx,
  move: Omit<TierMove, "figures"> & { program_id: string }
): Promise<MoveByHand> => {
  const [row] = await rowsOf<MoveByHand>(
    trx,
    `INSERT INTO affiliate_tier_change
            (id, affiliate_id, program_id, from_tier_id, to_tier_id, by, figures, at,
             announced_at)
     VALUES ('afftc_' || replace(gen_random_uuid()::text, '-', ''),
             :affiliate_id, :program_id, :from_tier_id, :to_tier_id,
             'merchant', '[]', date_trunc('milliseconds', clock_timestamp()), now())
     RETURNING id, from_tier_id, to_tier_id`,
    { ...move }
  )
  return row
}
