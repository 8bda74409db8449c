import { ACCOUNTS } from "../domain/posting"
import { rowsOf, Trx } from "../ledger/transaction"
import { ORDER_STAMP } from "./order-facts"
import { IS_SALE, ORDER_HAS_TO_EXIST } from "./sweep"

/** One promise of the ledger, held against all that is stored. */
export interface AuditCheck {
  name: string
  ok: boolean
  /** How many things were looked at. */
  checked: number
  failures: number
  /** The first few that failed: ids, or `affiliate/currency/account`. */
  sample: string[]
}

/**
 * Each source yields one row per thing looked at: what it is, and whether it
 * breaks the promise.
 */
const SOURCES: Record<string, string> = {
  balance_is_sum_of_entries: `
    SELECT concat_ws('/', coalesce(b.affiliate_id, e.affiliate_id),
                     coalesce(b.currency_code, e.currency_code),
                     coalesce(b.account, e.account)) AS subject,
           coalesce(b.amount, 0) <> coalesce(e.amount, 0) AS bad
      FROM (SELECT affiliate_id, currency_code, leg.account, leg.amount
              FROM affiliate_balance,
                   LATERAL (VALUES ${ACCOUNTS.map((account) => `('${account}', ${account})`).join(", ")})
                           AS leg (account, amount)
             WHERE deleted_at IS NULL) AS b
      FULL JOIN (SELECT affiliate_id, currency_code, account, sum(amount) AS amount
                   FROM affiliate_entry
                  GROUP BY affiliate_id, currency_code, account) AS e
        USING (affiliate_id, currency_code, account)`,

  commission_is_sum_of_its_entries: `
    SELECT c.id AS subject, c.amount <> coalesce(e.amount, 0) AS bad
      FROM affiliate_commission c
      LEFT JOIN (SELECT commission_id, sum(amount) AS amount
                   FROM affiliate_entry GROUP BY commission_id) AS e
        ON e.commission_id = c.id`,

  commission_is_sum_of_its_lines: `
    SELECT c.id AS subject, c.amount <> coalesce(l.amount, 0) AS bad
      FROM affiliate_commission c
      LEFT JOIN (SELECT commission_id, sum(amount) AS amount
                   FROM affiliate_commission_line GROUP BY commission_id) AS l
        ON l.commission_id = c.id
     WHERE c.order_id IS NOT NULL`,

  conversion_is_sum_of_its_commissions: `
    SELECT v.order_id AS subject, v.commission_total <> coalesce(c.amount, 0) AS bad
      FROM affiliate_conversion v
      LEFT JOIN (SELECT conversion_id, sum(amount) AS amount
                   FROM affiliate_commission GROUP BY conversion_id) AS c
        ON c.conversion_id = v.id`,

  commission_stands_where_its_status_says: `
    SELECT c.id AS subject,
           CASE WHEN c.amount = 0 THEN c.status <> 'clawed_back'
                WHEN c.released_at IS NULL THEN c.status <> 'pending' OR e.pending <> c.amount
                ELSE c.status IN ('pending', 'clawed_back') OR e.pending <> 0
           END AS bad
      FROM affiliate_commission c
      LEFT JOIN (SELECT commission_id,
                        coalesce(sum(amount) FILTER (WHERE account = 'pending'), 0) AS pending
                   FROM affiliate_entry GROUP BY commission_id) AS e
        ON e.commission_id = c.id`,

  requested_is_open_payouts: `
    SELECT concat_ws('/', b.affiliate_id, b.currency_code) AS subject,
           b.requested <> coalesce(p.amount, 0) AS bad
      FROM affiliate_balance b
      LEFT JOIN (SELECT affiliate_id, currency_code, sum(amount) AS amount
                   FROM affiliate_payout
                  WHERE status IN ('pending', 'processing')
                  GROUP BY affiliate_id, currency_code) AS p
        USING (affiliate_id, currency_code)`,

  paid_is_paid_payouts: `
    SELECT concat_ws('/', b.affiliate_id, b.currency_code) AS subject,
           b.paid <> coalesce(p.amount, 0) AS bad
      FROM affiliate_balance b
      LEFT JOIN (SELECT affiliate_id, currency_code, sum(amount - returned_amount) AS amount
                   FROM affiliate_payout WHERE status = 'paid'
                  GROUP BY affiliate_id, currency_code) AS p
        USING (affiliate_id, currency_code)`,

  payout_is_sum_of_its_items: `
    SELECT p.id AS subject, p.amount <> coalesce(i.amount, 0) AS bad
      FROM affiliate_payout p
      LEFT JOIN (SELECT payout_id, sum(amount) AS amount
                   FROM affiliate_payout_item GROUP BY payout_id) AS i
        ON i.payout_id = p.id
     WHERE p.status IN ('pending', 'processing', 'paid')`,

  returned_is_what_came_back: `
    SELECT p.id AS subject,
           p.returned_amount <> coalesce(i.returned, 0)
             OR p.returned_amount <> coalesce(e.returned, 0)
             OR (p.returned_amount > 0) <> (p.returned_at IS NOT NULL)
             OR (p.returned_amount > 0 AND (p.returned_amount = p.amount) <> (p.status = 'failed')) AS bad
      FROM affiliate_payout p
      LEFT JOIN (SELECT payout_id, sum(returned_amount) AS returned
                   FROM affiliate_payout_item GROUP BY payout_id) AS i
        ON i.payout_id = p.id
      LEFT JOIN (SELECT payout_id, split_part(source_key, ':', 3) AS attempt, -sum(amount) AS returned
                   FROM affiliate_entry
                  WHERE type = 'payout_reversed' AND account = 'paid'
                  GROUP BY 1, 2) AS e
        ON e.payout_id = p.id AND e.attempt = p.attempt::text`,

  every_payout_under_way_is_heard_of: `
    SELECT p.id AS subject, p.status = 'processing' AND p.stuck_at IS NOT NULL AS bad
      FROM affiliate_payout p`,

  every_payout_notice_is_handled: `
    SELECT n.id AS subject, n.state = 'failed' AS bad
      FROM affiliate_payout_notice n`,

  nothing_released_before_its_time: `
    SELECT c.id AS subject, c.released_at < c.available_at AS bad
      FROM affiliate_commission c
     WHERE c.released_at IS NOT NULL AND c.order_id IS NOT NULL`,

  every_paid_order_has_a_verdict: `
    SELECT o.id AS subject, c.id IS NULL AS bad
      FROM "order" o
      LEFT JOIN affiliate_conversion c
        ON c.order_id = o.id AND c.deleted_at IS NULL
     WHERE ${IS_SALE}
       AND EXISTS (SELECT 1 FROM order_transaction t
                    WHERE t.order_id = o.id AND t.deleted_at IS NULL)`,

  every_credited_order_exists: `
    SELECT v.order_id AS subject, o.id IS NULL AS bad
      FROM affiliate_conversion v
      LEFT JOIN "order" o ON o.id = v.order_id AND o.deleted_at IS NULL
     WHERE ${ORDER_HAS_TO_EXIST}`,

  every_verdict_is_up_to_date: `
    SELECT o.id AS subject, c.order_stamp <> ${ORDER_STAMP} AS bad
      FROM "order" o
      JOIN affiliate_conversion c
        ON c.order_id = o.id AND c.deleted_at IS NULL
     WHERE o.deleted_at IS NULL`,
}

const SAMPLE_MAX = 10

/**
 * Holds every promise against all that is stored, seen at one moment, so that
 * postings going on meanwhile raise no false alarm.
 */
export const audit = async (trx: Trx): Promise<AuditCheck[]> => {
  await trx.raw("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
  const checks: AuditCheck[] = []
  for (const [name, source] of Object.entries(SOURCES)) {
    const [row] = await rowsOf<Omit<AuditCheck, "name" | "ok">>(
      trx,
      `SELECT count(*)::int AS checked,
              (count(*) FILTER (WHERE bad))::int AS failures,
              coalesce((array_agg(subject ORDER BY subject)
                        FILTER (WHERE bad))[1:${SAMPLE_MAX}], '{}') AS sample
         FROM (${source}) AS looked_at`
    )
    checks.push({ name, ok: row.failures === 0, ...row })
  }
  return checks
}

/** What is stored of an order that a recomputation is held against. */
export interface StoredResult {
  order_id: string
  order_stamp: string
  affiliate_id: string | null
  terms: unknown
  commissions: {
    affiliate_id: string
    level: number
    amount: string
    released: boolean
  }[]
  /** What the order has of rules' caps per period. */
  grants: {
    rule_id: string
    affiliate_id: string
    earned: string
    granted: string
  }[]
}

/** Conversions in order id order, newest first, with their commissions. */
export const storedResults = async (
  trx: Trx,
  input: { before: string | null; limit: number }
): Promise<StoredResult[]> =>
  rowsOf<StoredResult>(
    trx,
    `SELECT v.order_id, v.order_stamp, v.affiliate_id, v.terms,
            coalesce((SELECT json_agg(json_build_object(
                        'affiliate_id', c.affiliate_id, 'level', c.level,
                        'amount', c.amount::text,
                        'released', c.released_at IS NOT NULL))
                        FROM affiliate_commission c
                       WHERE c.conversion_id = v.id AND c.deleted_at IS NULL), '[]') AS commissions,
            coalesce((SELECT json_agg(json_build_object(
                        'rule_id', g.rule_id, 'affiliate_id', g.affiliate_id,
                        'earned', g.earned::text, 'granted', g.granted::text))
                        FROM affiliate_rule_grant g
                       WHERE g.order_id = v.order_id AND g.deleted_at IS NULL), '[]') AS grants
       FROM affiliate_conversion v
      WHERE v.deleted_at IS NULL
        AND (:before::text IS NULL OR v.order_id < :before::text)
      ORDER BY v.order_id DESC
      LIMIT :limit`,
    input
  )
