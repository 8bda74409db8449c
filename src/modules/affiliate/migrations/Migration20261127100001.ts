import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What payout providers' webhooks say, each kept once. */
export class Migration20261127100001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "affiliate_payout_notice" ("id" text not null, "provider" text not null, "event_id" text not null, "type" text check ("type" in ('payment', 'account', 'other')) not null, "says" text not null, "content" jsonb null, "idempotency_key" text null, "account_id" text null, "payout_id" text null, "affiliate_id" text null, "state" text check ("state" in ('received', 'handled', 'failed')) not null default 'received', "attempts" integer not null default 0, "handle_after" timestamptz null, "last_error" text null, "outcome" text null, "received_at" timestamptz not null, "handled_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_payout_notice_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_notice_deleted_at" ON "affiliate_payout_notice" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_payout_notice_event_unique" ON "affiliate_payout_notice" ("provider", "event_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_notice_waiting" ON "affiliate_payout_notice" ("handle_after") WHERE state = 'received' AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_notice_key" ON "affiliate_payout_notice" ("idempotency_key") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_notice_payout" ON "affiliate_payout_notice" ("payout_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_notice_affiliate" ON "affiliate_payout_notice" ("affiliate_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_notice_state" ON "affiliate_payout_notice" ("state", "created_at") WHERE deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "affiliate_payout_notice" cascade;`)
  }
}
