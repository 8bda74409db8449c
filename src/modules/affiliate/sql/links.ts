import { rowsOf, Trx } from "../ledger/transaction"
import { stands } from "./figures"

/** One change of an affiliate's links at a time: how many there may be is a promise. */
export const lockLinksOf = async (
  trx: Trx,
  affiliate_id: string
): Promise<void> => {
  await trx.raw(
    "SELECT pg_advisory_xact_lock(hashtextextended(:affiliate_id, 2))",
    { affiliate_id }
  )
}

/** What a link brought. */
export interface LinkFigures {
  id: string
  /** Visits that count. */
  clicks: number
  /** Orders credited to the affiliate whose buyer came by it, as every figure counts them. */
  orders: number
}

export const linkFigures = async (
  trx: Trx,
  ids: string[]
): Promise<LinkFigures[]> =>
  rowsOf<LinkFigures>(
    trx,
    `SELECT l.id,
            (SELECT coalesce(sum(d.clicks), 0)::int FROM affiliate_click_daily d
              WHERE d.link_id = l.id AND d.link_id <> '') AS clicks,
            (SELECT count(*)::int FROM affiliate_conversion v
              WHERE v.link_id = l.id AND v.affiliate_id = l.affiliate_id
                AND ${stands("v")}) AS orders
       FROM affiliate_link l WHERE l.id = ANY(:ids)`,
    { ids }
  )

/** Whether anybody ever followed the link: then its slug is nobody else's for ever. */
export const wasFollowed = async (trx: Trx, id: string): Promise<boolean> => {
  const [row] = await rowsOf<{ followed: boolean }>(
    trx,
    `SELECT EXISTS (SELECT 1 FROM affiliate_click_daily WHERE link_id = :id)
         OR EXISTS (SELECT 1 FROM affiliate_conversion WHERE link_id = :id)
         OR EXISTS (SELECT 1 FROM affiliate_click k JOIN affiliate_link l ON l.id = :id
                     WHERE k.affiliate_id = l.affiliate_id AND k.link_id = :id) AS followed`,
    { id }
  )
  return row.followed
}

/**
 * Ends an affiliate's links, whose slugs nobody gets again, and forgets what was
 * written on them: labels, campaigns, marks. How many clicks and orders there
 * were stays.
 */
export const forgetLinks = async (
  trx: Trx,
  affiliate_id: string,
  now: Date
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_link
        SET label = NULL, campaign = NULL, sub_id = NULL, utm = NULL,
            archived_at = coalesce(archived_at, :now), updated_at = now()
      WHERE affiliate_id = :affiliate_id`,
    { affiliate_id, now }
  )
  await trx.raw(
    `UPDATE affiliate_conversion SET sub_id = NULL, updated_at = now()
      WHERE affiliate_id = :affiliate_id AND sub_id IS NOT NULL`,
    { affiliate_id }
  )
  await trx.raw(
    `WITH marked AS (
       DELETE FROM affiliate_click_daily
        WHERE affiliate_id = :affiliate_id AND sub_id <> ''
       RETURNING day, link_id, clicks)
     INSERT INTO affiliate_click_daily AS d (day, affiliate_id, link_id, clicks)
     SELECT day, :affiliate_id, link_id, sum(clicks) FROM marked
      GROUP BY day, link_id ORDER BY day, link_id
     ON CONFLICT (affiliate_id, day, link_id, sub_id)
     DO UPDATE SET clicks = d.clicks + excluded.clicks`,
    { affiliate_id }
  )
}
