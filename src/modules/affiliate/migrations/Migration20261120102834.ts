import { Migration } from "@medusajs/framework/mikro-orm/migrations"

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
  }

  override async down(): Promise<void> {
    this.addSql(
      `drop function if exists "affiliate_add_click_months"(integer);`
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
