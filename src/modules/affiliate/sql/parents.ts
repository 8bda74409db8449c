import { rowsOf, Trx } from "../ledger/transaction"

/** Longest chain from an affiliate without a parent down to one without children. */
export const TREE_DEPTH_MAX = 100

/** Any constant: what matters is that every writer of people and terms takes the same lock. */
const PEOPLE_LOCK = "affiliate:people"

/**
 * One writer of people and terms at a time, until the transaction ends. A tree cannot be
 * checked row by row: two updates that are each fine can make a cycle together. Taken first,
 * under READ COMMITTED, so that what is read afterwards is what the writer before has left.
 */
export const lockPeople = async (trx: Trx): Promise<void> => {
  await trx.raw("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", [
    PEOPLE_LOCK,
  ])
}

/** The affiliate and all above it, nearest first, no more than the tree may be deep. */
export const lineOf = async (
  trx: Trx,
  affiliate_id: string
): Promise<string[]> => {
  const rows = await rowsOf<{ id: string }>(
    trx,
    `WITH RECURSIVE up (id, parent_id, depth) AS (
       SELECT id, parent_id, 1 FROM affiliate WHERE id = :affiliate_id AND deleted_at IS NULL
       UNION ALL
       SELECT a.id, a.parent_id, up.depth + 1
         FROM affiliate a JOIN up ON a.id = up.parent_id
        WHERE up.depth <= :depth AND a.deleted_at IS NULL)
     SELECT id FROM up ORDER BY depth`,
    { affiliate_id, depth: TREE_DEPTH_MAX }
  )
  return rows.map((row) => row.id)
}

/** Levels of the tree from the affiliate downwards: 1 = nobody below. */
export const heightOf = async (
  trx: Trx,
  affiliate_id: string
): Promise<number> => {
  const [row] = await rowsOf<{ height: number }>(
    trx,
    `WITH RECURSIVE down (id, depth) AS (
       SELECT id, 1 FROM affiliate WHERE id = :affiliate_id AND deleted_at IS NULL
       UNION ALL
       SELECT a.id, down.depth + 1
         FROM affiliate a JOIN down ON a.parent_id = down.id
        WHERE down.depth <= :depth AND a.deleted_at IS NULL)
     SELECT coalesce(max(depth), 1) AS height FROM down`,
    { affiliate_id, depth: TREE_DEPTH_MAX }
  )
  return row.height
}
