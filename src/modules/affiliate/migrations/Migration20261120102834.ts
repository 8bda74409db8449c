import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * One statement for all visits of a group. Who brought them is looked up in it,
 * so that what was retired or suspended a moment ago brings nobody, and what is
 * unknown costs the same as what is known. Rows that several groups want are
 * taken in sorted order: visitors, then sums. A visitor is counted once for a
 * link or a code in 24 hours.
 */
const WRITE_VISITS = `
create function "affiliate_write_visits"(
    ids text[], code_keys text[], slug_keys text[], visitor_ids text[], sub_ids text[],
    sub_buckets text[], landing_urls text[], referrers text[], skippeds text[],
    keys uuid[], earlier_keys uuid[], later_keys uuid[])
  returns table (place integer, id text, affiliate_id text, attribution_window_days integer,
                 duplicate boolean, link jsonb)
  language plpgsql as $$
  #variable_conflict use_column
  begin
    return query
    WITH visit AS (
      SELECT * FROM unnest(
               ids, code_keys, slug_keys, visitor_ids,
               sub_ids, sub_buckets, landing_urls, referrers,
               skippeds, keys, earlier_keys,
               later_keys) WITH ORDINALITY
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
                            AND e.counted_at > now() - interval '24 hours')
       ORDER BY f.key
      ON CONFLICT (key) DO UPDATE SET counted_at = excluded.counted_at
        WHERE k.counted_at <= excluded.counted_at - interval '24 hours'
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
      FROM brought b JOIN click k ON k.id = b.id;
  end $$;`

/**
 * Clicks, the only table without a bound: append-only months that are dropped
 * whole, the visitors counted in the last day, and the sums by day that every
 * figure is read from. Not models: nothing generated writes or reads them.
 */
export class Migration20261120102834 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create unique index "IDX_affiliate_link_slug_key_unique" on "affiliate_link" ("slug_key");`
    )
    this.addSql(
      `create table "affiliate_click" (
         "id" text not null,
         "created_at" timestamptz not null,
         "affiliate_id" text not null,
         "link_id" text null,
         "code_id" text null,
         "visitor_id" text null,
         "sub_id" text null,
         "landing_url" text null,
         "referrer" text null,
         "counted" boolean not null,
         "uncounted_reason" text null,
         constraint "CK_affiliate_click_counted_or_why_not"
           check ("counted" = ("uncounted_reason" is null)),
         primary key ("id", "created_at")
       ) partition by range ("created_at");`
    )
    this.addSql(
      `create index "IDX_affiliate_click_affiliate_created" on "affiliate_click" ("affiliate_id", "created_at");
       create index "IDX_affiliate_click_visitor" on "affiliate_click" ("visitor_id", "created_at")
         where "visitor_id" is not null;
       create index "IDX_affiliate_click_created" on "affiliate_click" using brin ("created_at");`
    )
    this.addSql(
      `create table "affiliate_click_default" partition of "affiliate_click" default;`
    )
    // Which visitor was counted for what, as a keyed hash; kept a day.
    this.addSql(
      `create table "affiliate_click_visitor" (
         "key" uuid primary key,
         "counted_at" timestamptz not null
       );
       create index "IDX_affiliate_click_visitor_counted" on "affiliate_click_visitor" using brin ("counted_at");`
    )
    this.addSql(
      `create table "affiliate_click_salt" (
         "day" date primary key,
         "salt" text not null
       );`
    )
    this.addSql(
      `create table "affiliate_click_daily" (
         "day" date not null,
         "affiliate_id" text not null,
         "link_id" text not null default '',
         "sub_id" text not null default '',
         "clicks" integer not null check ("clicks" > 0),
         primary key ("affiliate_id", "day", "link_id", "sub_id")
       );
       create index "IDX_affiliate_click_daily_link" on "affiliate_click_daily" ("link_id")
         include ("clicks") where "link_id" <> '';
       create index "IDX_affiliate_click_daily_day" on "affiliate_click_daily" ("day");`
    )
    this.addSql(
      `create function "affiliate_add_click_months"(months_ahead integer) returns integer language plpgsql as $$
       declare
         month date := date_trunc('month', now() at time zone 'utc');
         made integer := 0;
         name text;
       begin
         perform pg_advisory_xact_lock(hashtextextended('affiliate:click-months', 0));
         for ahead in 0 .. months_ahead loop
           name := 'affiliate_click_' || to_char(month + make_interval(months => ahead), 'YYYY_MM');
           continue when to_regclass(name) is not null;
           execute format('create table %I (like affiliate_click including defaults including constraints)', name);
           -- What came while the month was missing is in the default partition.
           execute format(
             'with late as (delete from affiliate_click_default
                             where created_at >= %1$L and created_at < %2$L returning *)
              insert into %3$I select * from late',
             (month + make_interval(months => ahead)) at time zone 'utc',
             (month + make_interval(months => ahead + 1)) at time zone 'utc', name);
           execute format('alter table affiliate_click attach partition %I for values from (%L) to (%L)', name,
             (month + make_interval(months => ahead)) at time zone 'utc',
             (month + make_interval(months => ahead + 1)) at time zone 'utc');
           made := made + 1;
         end loop;
         return made;
       end $$;`
    )
    this.addSql(`select "affiliate_add_click_months"(2);`)
    this.addSql(WRITE_VISITS)
  }

  override async down(): Promise<void> {
    this.addSql(
      `drop function if exists "affiliate_add_click_months"(integer);
       drop function if exists "affiliate_write_visits";`
    )
    for (const table of [
      "affiliate_click_daily",
      "affiliate_click_salt",
      "affiliate_click_visitor",
      "affiliate_click",
    ]) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
    this.addSql(`drop index if exists "IDX_affiliate_link_slug_key_unique";`)
  }
}
