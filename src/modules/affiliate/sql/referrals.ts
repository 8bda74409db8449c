import { rowsOf, Trx } from "../ledger/transaction"
import { ColumnFilter, whereOf } from "./where"

/** Somebody below an affiliate, and what their orders brought it. */
export interface Referral {
  id: string
  name: string
  /** The level at which the affiliate earns from their orders: 2 = right below it. */
  level: number
  status: string
  joined_at: Date
  created_at: Date
  /** Orders that brought something. */
  orders: number
  commission: { currency_code: string; amount: string }[]
}

/** What those below can be filtered and sorted by. */
export const REFERRAL_COLUMNS = {
  id: "id",
  level: "level",
  status: "status",
  name: "shown_name",
  joined_at: "created_at",
  created_at: "created_at",
} as const

export type ReferralColumn = keyof typeof REFERRAL_COLUMNS

export interface ReferralsOf {
  id: string
  /** The last level that the affiliate's program pays. */
  level_max: number
  filters: Partial<Record<ReferralColumn, ColumnFilter>>
}

/**
 * The name as `domain/joining/short-name.ts` shows it, in SQL: a search must find nobody by more of a name than can be
 * read.
 */
const SHOWN_NAME = `(SELECT CASE WHEN w[1] LIKE '%@%' THEN left(w[1], 1) || '.' ELSE w[1] END ||
                        CASE WHEN cardinality(w) > 1
                             THEN ' ' || upper(left(w[cardinality(w)], 1)) || '.' ELSE '' END
   FROM regexp_split_to_array(
          btrim(regexp_replace(below.name,
            '[\\s\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+', ' ', 'g')), ' ') AS w)`

const matching = ({ id, level_max, filters }: ReferralsOf) => {
  const where = whereOf(
    Object.fromEntries(
      Object.entries(filters).map(([name, filter]) => [
        REFERRAL_COLUMNS[name as ReferralColumn],
        filter,
      ])
    )
  )
  return {
    sql: `WITH RECURSIVE below AS (
       SELECT a.id, a.name, a.status, a.created_at, 2 AS level FROM affiliate a
        WHERE a.parent_id = :id AND a.deleted_at IS NULL
       UNION ALL
       SELECT a.id, a.name, a.status, a.created_at, below.level + 1
         FROM below JOIN affiliate a ON a.parent_id = below.id
        WHERE below.level < :level_max AND a.deleted_at IS NULL),
     shown AS (SELECT below.*, ${SHOWN_NAME} AS shown_name FROM below),
     matching AS (SELECT * FROM shown WHERE ${where.sql})`,
    bindings: { ...where.bindings, id, level_max },
  }
}

/** @param input.order by one column; those of one level are in the order they joined */
export const readReferrals = async (
  trx: Trx,
  {
    order,
    limit,
    offset,
    ...of
  }: ReferralsOf & {
    order: { column: ReferralColumn; descending: boolean }
    limit: number
    offset: number
  }
): Promise<Referral[]> => {
  const { sql, bindings } = matching(of)
  const column = REFERRAL_COLUMNS[order.column]
  return rowsOf<Referral>(
    trx,
    `${sql},
     page AS (SELECT matching.*,
                     row_number() OVER (ORDER BY ${column} ${order.descending ? "DESC" : "ASC"},
                                                 level, created_at, id) AS place
                FROM matching ORDER BY place LIMIT :limit OFFSET :offset),
     brought AS (
       SELECT v.affiliate_id, c.currency_code, sum(c.amount) AS amount,
              count(*) FILTER (WHERE c.amount > 0) AS orders
         FROM affiliate_commission c
         JOIN affiliate_conversion v
           ON v.order_id = c.order_id AND v.deleted_at IS NULL
        WHERE c.affiliate_id = :id AND c.kind = 'level' AND c.deleted_at IS NULL
          AND v.affiliate_id IN (SELECT id FROM page)
        GROUP BY v.affiliate_id, c.currency_code)
     SELECT page.id, page.name, page.level, page.status, page.created_at AS joined_at, page.created_at,
            coalesce(sum(brought.orders), 0)::int AS orders,
            coalesce(jsonb_agg(jsonb_build_object(
                       'currency_code', brought.currency_code,
                       'amount', brought.amount::text) ORDER BY brought.currency_code)
                     FILTER (WHERE brought.currency_code IS NOT NULL), '[]') AS commission
       FROM page LEFT JOIN brought ON brought.affiliate_id = page.id
      GROUP BY page.id, page.name, page.level, page.status, page.created_at, page.place
      ORDER BY page.place`,
    { ...bindings, limit, offset }
  )
}

export const countReferrals = async (
  trx: Trx,
  of: ReferralsOf
): Promise<number> => {
  const { sql, bindings } = matching(of)
  const [row] = await rowsOf<{ count: number }>(
    trx,
    `${sql} SELECT count(*)::int AS count FROM matching`,
    bindings
  )
  return row.count
}
