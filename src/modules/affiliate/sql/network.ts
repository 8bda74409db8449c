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

/** What of those below somebody is asked for. */
export interface DescendantsWanted {
  id: string
  /** Levels below. */
  depth: number
  limit: number
  /** Passed over of those right below. */
  offset: number
}

/**
 * Those below somebody, level by level and the newest first, no more than `limit` of them: no level is read further
 * than there is room for, and none below it.
 */
export const readDescendants = async (
  trx: Trx,
  { id, depth, limit, offset }: DescendantsWanted
): Promise<TreeNode[]> => {
  const found: TreeNode[] = []
  let parents = [id]
  for (let level = 1; level <= depth && parents.length; level++) {
    const below = await rowsOf<TreeNode>(
      trx,
      `SELECT node.id, node.name, node.email, node.status, node.parent_id, node.depth,
              ${CHILDREN_COUNT}
         FROM (
         SELECT ${NODE}, a.created_at, :level::int AS depth FROM affiliate a
          WHERE a.parent_id = ANY(:parents) AND a.deleted_at IS NULL
          ORDER BY a.created_at DESC, a.id DESC
          LIMIT :limit OFFSET :offset) node
        ORDER BY node.created_at DESC, node.id DESC`,
      {
        parents,
        level,
        limit: limit - found.length,
        offset: level === 1 ? offset : 0,
      }
    )
    found.push(...below)
    parents =
      found.length < limit
        ? below
            .filter(({ children_count }) => children_count > 0)
            .map((node) => node.id)
        : []
  }
  return found
}
