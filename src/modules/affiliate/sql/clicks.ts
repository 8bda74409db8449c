import type { Knex } from "@medusajs/framework/mikro-orm/knex"

import { Utm } from "../domain/links/utm"

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

/** A function, so that each connection plans it once: planning costs more than writing a small group. */
const WRITE_VISITS = `
SELECT * FROM affiliate_write_visits(
  :ids::text[], :code_keys::text[], :slug_keys::text[], :visitor_ids::text[], :sub_ids::text[],
  :sub_buckets::text[], :landing_urls::text[], :referrers::text[], :skippeds::text[],
  :keys::uuid[], :earlier_keys::uuid[], :later_keys::uuid[])`

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
