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

/**
 * Those below somebody, level by level, no more than `limit` of them: recursion
 * stops there. Of those right below, the ones who joined first.
 */
export const readDescendants = async (
  trx: Trx,
  input: { id: string; depth: number; limit: number }
): Promise<TreeNode[]> =>
  rowsOf<TreeNode>(
    trx,
    `WITH RECURSIVE down AS (
       (SELECT ${NODE}, 1 AS depth, a.created_at FROM affiliate a
         WHERE a.parent_id = :id AND a.deleted_at IS NULL
         ORDER BY a.created_at, a.id LIMIT :limit)
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

/** Somebody below an affiliate, and what their orders brought it. */
export interface Referral {
  id: string
  name: string
  /** The level at which the affiliate earns from their orders: 2 = right below it. */
  level: number
  status: string
  joined_at: Date
  /** Orders that brought something. */
  orders: number
  commission: { currency_code: string; amount: string }[]
}

const BELOW = `WITH RECURSIVE below AS (
   SELECT a.id, a.name, a.status, a.created_at, 2 AS level FROM affiliate a
    WHERE a.parent_id = :id AND a.deleted_at IS NULL
   UNION ALL
   SELECT a.id, a.name, a.status, a.created_at, below.level + 1
     FROM below JOIN affiliate a ON a.parent_id = below.id
    WHERE below.level < :level_max AND a.deleted_at IS NULL)`

/** @param input.level_max the last level that the affiliate's program pays */
export const readReferrals = async (
  trx: Trx,
  input: { id: string; level_max: number; limit: number; offset: number }
): Promise<Referral[]> =>
  rowsOf<Referral>(
    trx,
    `${BELOW},
     page AS (SELECT * FROM below ORDER BY level, created_at, id LIMIT :limit OFFSET :offset),
     brought AS (
       SELECT v.affiliate_id, c.currency_code, sum(c.amount) AS amount,
              count(*) FILTER (WHERE c.amount > 0) AS orders
         FROM affiliate_commission c
         JOIN affiliate_conversion v ON v.order_id = c.order_id
        WHERE c.affiliate_id = :id AND c.kind = 'level'
          AND v.affiliate_id IN (SELECT id FROM page)
        GROUP BY v.affiliate_id, c.currency_code)
     SELECT page.id, page.name, page.level, page.status, page.created_at AS joined_at,
            coalesce(sum(brought.orders), 0)::int AS orders,
            coalesce(jsonb_agg(jsonb_build_object(
                       'currency_code', brought.currency_code,
                       'amount', brought.amount::text) ORDER BY brought.currency_code)
                     FILTER (WHERE brought.currency_code IS NOT NULL), '[]') AS commission
       FROM page LEFT JOIN brought ON brought.affiliate_id = page.id
      GROUP BY page.id, page.name, page.level, page.status, page.created_at
      ORDER BY page.level, page.created_at, page.id`,
    input
  )

export const countReferrals = async (
  trx: Trx,
  input: { id: string; level_max: number }
): Promise<number> => {
  const [row] = await rowsOf<{ count: number }>(
    trx,
    `${BELOW} SELECT count(*)::int AS count FROM below`,
    input
  )
  return row.count
}
