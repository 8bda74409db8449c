import { rowsOf, Trx } from "../ledger/transaction"
import { TREE_DEPTH_MAX } from "./parents"

/** Somebody in the tree of parents. */
export interface TreeNode {
  id: string
  name: string
  email: string
  status: string
  parent_id: string | null
  /** 0 = whoever is asked about; above them −1, −2, …; below 1, 2, … */
  depth: number
  children_count: number
}

const NODE = `a.id, a.name, a.email, a.status, a.parent_id`
const CHILDREN_COUNT = `(SELECT count(*)::int FROM affiliate child
  WHERE child.parent_id = node.id AND child.deleted_at IS NULL) AS children_count`

/** Somebody and all above them, the nearest first. */
export const readLineage = async (trx: Trx, id: string): Promise<TreeNode[]> =>
  rowsOf<TreeNode>(
    trx,
    `WITH RECURSIVE up AS (
       SELECT ${NODE}, 0 AS depth FROM affiliate a
        WHERE a.id = :id AND a.deleted_at IS NULL
       UNION ALL
       SELECT ${NODE}, up.depth - 1 FROM affiliate a JOIN up ON a.id = up.parent_id
        WHERE -up.depth < :max AND a.deleted_at IS NULL)
     SELECT node.*, ${CHILDREN_COUNT} FROM up node ORDER BY depth DESC`,
    { id, max: TREE_DEPTH_MAX }
  )

/** Those below somebody, level by level, no more than `limit` of them: recursion stops there. */
export const readDescendants = async (
  trx: Trx,
  input: { id: string; depth: number; limit: number }
): Promise<TreeNode[]> =>
  rowsOf<TreeNode>(
    trx,
    `WITH RECURSIVE down AS (
       SELECT ${NODE}, 1 AS depth, a.created_at FROM affiliate a
        WHERE a.parent_id = :id AND a.deleted_at IS NULL
       UNION ALL
       SELECT ${NODE}, down.depth + 1, a.created_at
         FROM down JOIN affiliate a ON a.parent_id = down.id
        WHERE down.depth < :depth AND a.deleted_at IS NULL),
     nearest AS (SELECT * FROM down LIMIT :limit)
     SELECT node.id, node.name, node.email, node.status, node.parent_id, node.depth,
            ${CHILDREN_COUNT}
       FROM nearest node ORDER BY node.depth, node.created_at, node.id`,
    input
  )
