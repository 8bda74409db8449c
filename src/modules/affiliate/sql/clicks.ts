import type { Knex } from "@medusajs/framework/mikro-orm/knex"

import { Utm } from "../domain/links/utm"

/** A visitor is counted once for a link or a code in this time. */
const REPEAT_HOURS = 24

/** One visit to be written down. */
export interface Visit {
  id: string
  /** By one of these two it is found who brought it. */
  code_key: string | null
  slug_key: string | null
  visitor_id: string | null
  sub_id: string | null
  /** The mark it is summed up under: `sub_id`, unless there are too many of them. */
  sub_bucket: string | null
  landing_url: string | null
  referrer: string | null
  /** Why it is not counted whoever it is: `bot`, `prefetch`. */
  skipped: string | null
  /** Who it is, by the salt of today and of yesterday. */
  key: string
  earlier_key: string
  /** Who it will be from now on, when it was given an id with this visit. */
  later_key: string | null
}

/** What became of a visit: it is committed. */
export interface WrittenVisit {
  id: string
  /** The visitor was counted for this in the last 24 hours. */
  duplicate: boolean
  affiliate_id: string
  attribution_window_days: number
  /** Where the link leads; `null` = the visit came by a code. */
  link: FollowedLink | null
}

export interface FollowedLink {
  slug: string
  destination_url: string
  affiliate_name: string
  /** The affiliate's oldest code that works. */
  code: string | null
  campaign: string | null
  sub_id: string | null
  utm: Utm | null
  utm_template: Utm | null
}

interface WrittenRow extends Omit<WrittenVisit, "link"> {
  place: number
  link: FollowedLink | null
}

/**
 * One statement for all visits of a group. Who brought them is looked up in it,
 * so that what was retired or suspended a moment ago brings nobody, and what is
 * unknown costs the same as what is known. Rows that several groups want are
 * taken in sorted order: visitors, then sums.
 */
const WRITE_VISITS = `
WITH visit AS (
  SELECT * FROM unnest(
           :ids::text[], :code_keys::text[], :slug_keys::text[], :visitor_ids::text[],
           :sub_ids::text[], :sub_buckets::text[], :landing_urls::text[], :referrers::text[],
           :skippeds::text[], :keys::uuid[], :earlier_keys::uuid[],
           :later_keys::uuid[]) WITH ORDINALITY
         AS v (id, code_key, slug_key, visitor_id, sub_id, sub_bucket, landing_url, referrer,
               skipped, key, earlier_key, later_key, place)),
brought AS MATERIALIZED (
  SELECT v.*, a.id AS affiliate_id, a.name AS affiliate_name, l.id AS link_id, c.id AS code_id,
         p.attribution_window_days, p.utm_template
    FROM visit v
    LEFT JOIN affiliate_link l
      ON l.slug_key = v.slug_key AND l.archived_at IS NULL AND l.deleted_at IS NULL
    LEFT JOIN affiliate_code c ON c.code_key = v.code_key AND c.retired_at IS NULL
    JOIN affiliate a
      ON a.id = coalesce(l.affiliate_id, c.affiliate_id)
     AND a.status = 'approved' AND a.deleted_at IS NULL
    JOIN affiliate_program p
      ON p.id = a.program_id AND p.status = 'active' AND p.deleted_at IS NULL),
first AS (
  SELECT DISTINCT ON (key) key, earlier_key, place
    FROM brought WHERE skipped IS NULL ORDER BY key, place),
fresh AS (
  INSERT INTO affiliate_click_visitor AS k (key, counted_at)
  SELECT f.key, now() FROM first f
   WHERE NOT EXISTS (SELECT 1 FROM affiliate_click_visitor e
                      WHERE e.key = f.earlier_key
                        AND e.counted_at > now() - make_interval(hours => ${REPEAT_HOURS}))
   ORDER BY f.key
  ON CONFLICT (key) DO UPDATE SET counted_at = excluded.counted_at
    WHERE k.counted_at <= excluded.counted_at - make_interval(hours => ${REPEAT_HOURS})
  RETURNING key),
named AS (
  INSERT INTO affiliate_click_visitor (key, counted_at)
  SELECT later_key, now() FROM brought
   WHERE skipped IS NULL AND later_key IS NOT NULL ORDER BY later_key
  ON CONFLICT (key) DO NOTHING),
click AS (
  INSERT INTO affiliate_click
         (id, created_at, affiliate_id, link_id, code_id, visitor_id, sub_id,
          landing_url, referrer, counted, uncounted_reason)
  SELECT b.id, now() + b.place * interval '1 microsecond', b.affiliate_id, b.link_id, b.code_id,
         b.visitor_id, coalesce(b.sub_id, l.sub_id), b.landing_url, b.referrer,
         fresh.key IS NOT NULL,
         CASE WHEN fresh.key IS NULL THEN coalesce(b.skipped, 'repeat') END
    FROM brought b
    LEFT JOIN affiliate_link l ON l.id = b.link_id
    LEFT JOIN first f ON f.place = b.place
    LEFT JOIN fresh ON fresh.key = f.key
  RETURNING id, created_at, counted),
daily AS (
  INSERT INTO affiliate_click_daily AS d (day, affiliate_id, link_id, sub_id, clicks)
  SELECT (k.created_at AT TIME ZONE 'utc')::date, b.affiliate_id, coalesce(b.link_id, ''),
         coalesce(b.sub_bucket, l.sub_id, ''), count(*)
    FROM click k
    JOIN brought b ON b.id = k.id
    LEFT JOIN affiliate_link l ON l.id = b.link_id
   WHERE k.counted
   GROUP BY 1, 2, 3, 4 ORDER BY 2, 1, 3, 4
  ON CONFLICT (affiliate_id, day, link_id, sub_id)
  DO UPDATE SET clicks = d.clicks + excluded.clicks)
SELECT b.place::int, b.id, b.affiliate_id, b.attribution_window_days,
       b.skipped IS NULL AND NOT k.counted AS duplicate,
       CASE WHEN b.link_id IS NOT NULL THEN
         (SELECT jsonb_build_object(
                   'slug', l.slug, 'destination_url', l.destination_url,
                   'affiliate_name', b.affiliate_name, 'campaign', l.campaign,
                   'sub_id', l.sub_id, 'utm', l.utm, 'utm_template', b.utm_template,
                   'code', (SELECT c.code FROM affiliate_code c
                             WHERE c.affiliate_id = b.affiliate_id AND c.retired_at IS NULL
                             ORDER BY c.created_at, c.id LIMIT 1))
            FROM affiliate_link l WHERE l.id = b.link_id) END AS link
  FROM brought b JOIN click k ON k.id = b.id`

/**
 * Writes visits down, each counted or with the reason why not, and answers when
 * they are committed.
 *
 * @returns one result a visit, in their order; `null` = nobody is known by that code or link
 */
export const writeVisits = async (
  knex: Knex,
  visits: Visit[]
): Promise<(WrittenVisit | null)[]> => {
  const column = <Name extends keyof Visit>(name: Name): Visit[Name][] =>
    visits.map((visit) => visit[name])
  const { rows } = await knex.raw<{ rows: WrittenRow[] }>(WRITE_VISITS, {
    ids: column("id"),
    code_keys: column("code_key"),
    slug_keys: column("slug_key"),
    visitor_ids: column("visitor_id"),
    sub_ids: column("sub_id"),
    sub_buckets: column("sub_bucket"),
    landing_urls: column("landing_url"),
    referrers: column("referrer"),
    skippeds: column("skipped"),
    keys: column("key"),
    earlier_keys: column("earlier_key"),
    later_keys: column("later_key"),
  } as unknown as Record<string, Knex.Value>)
  const written = new Map(rows.map(({ place, ...row }) => [place, row]))
  return visits.map((_, index) => written.get(index + 1) ?? null)
}

/** Whether there is such a click, in whatever month. */
export const hasClick = async (knex: Knex, id: string): Promise<boolean> => {
  const { rows } = await knex.raw<{ rows: { found: boolean }[] }>(
    "SELECT EXISTS (SELECT 1 FROM affiliate_click WHERE id = :id) AS found",
    { id }
  )
  return rows[0].found
}
