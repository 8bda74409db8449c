import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Written with each step of the work, or what the batch itself says: nobody asks for it in a history. */
const NOISE = [
  "created_at",
  "updated_at",
  "runner",
  "lease_until",
  "prepared_after",
  "last_error",
  "created_by",
  "approvals_needed",
  "not_due_count",
  "not_due_amount",
  "approved_at",
  "started_at",
  "finished_at",
  "canceled_at",
]

/** SQL: the twin of a money column, which the database derives, so that they cannot disagree. */
const rawOf = (column: string): string =>
  `"raw_${column}" jsonb generated always as (('{"value": "' || "${column}"::text || '", "precision": 20}')::jsonb) stored`

/** Payouts that are made together, and who is in them; and who said yes to them, in the record of changes. */
export class Migration20261127100002 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "affiliate_payout_batch" ("id" text not null, "display_id" serial, "program_id" text null, "currency_code" text not null, "provider" text null, "status" text check ("status" in ('draft', 'awaiting_approval', 'approved', 'running', 'finished', 'canceled')) not null default 'draft', "created_by" text null, "scheduled_for" timestamptz null, "approvals_needed" integer not null, "approvals" jsonb not null default '[]', "item_count" integer not null default 0, "amount" numeric not null default 0, "not_due_count" integer not null default 0, "not_due_amount" numeric not null default 0, "prepared_after" text not null default '', "runner" text null, "lease_until" timestamptz null, "last_error" text null, "approved_at" timestamptz null, "started_at" timestamptz null, "finished_at" timestamptz null, "canceled_at" timestamptz null, ${rawOf("amount")}, ${rawOf("not_due_amount")}, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_payout_batch_pkey" primary key ("id"), constraint "CK_affiliate_payout_batch_never_deleted" check (deleted_at is null), constraint "CK_affiliate_payout_batch_amounts_not_negative" check (amount >= 0 and not_due_amount >= 0));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_batch_program_id" ON "affiliate_payout_batch" ("program_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_batch_deleted_at" ON "affiliate_payout_batch" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_payout_batch_scheduled_unique" ON "affiliate_payout_batch" ("program_id", "currency_code", "scheduled_for") WHERE scheduled_for IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_batch_status" ON "affiliate_payout_batch" ("status", "created_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `create table if not exists "affiliate_payout_batch_item" ("id" text not null, "batch_id" text not null, "affiliate_id" text not null, "amount" numeric not null, "provider" text not null, "status" text check ("status" in ('due', 'requested', 'sent', 'refused', 'failed', 'canceled')) not null default 'due', "payout_id" text null, "reason" text null, "attempts" integer not null default 0, "settled_at" timestamptz null, ${rawOf("amount")}, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_payout_batch_item_pkey" primary key ("id"), constraint "CK_affiliate_payout_batch_item_never_deleted" check (deleted_at is null), constraint "CK_affiliate_payout_batch_item_amount_positive" check (amount > 0), constraint "CK_affiliate_payout_batch_item_payout_where_sent" check (payout_id is not null or status not in ('requested', 'sent', 'failed')));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_batch_item_batch_id" ON "affiliate_payout_batch_item" ("batch_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_batch_item_affiliate_id" ON "affiliate_payout_batch_item" ("affiliate_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_batch_item_payout_id" ON "affiliate_payout_batch_item" ("payout_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_batch_item_deleted_at" ON "affiliate_payout_batch_item" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_payout_batch_item_affiliate_unique" ON "affiliate_payout_batch_item" ("batch_id", "affiliate_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_payout_batch_item_payout_unique" ON "affiliate_payout_batch_item" ("payout_id") WHERE payout_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_batch_item_open" ON "affiliate_payout_batch_item" ("batch_id", "id") WHERE status IN ('due', 'requested') AND deleted_at IS NULL;`
    )
    this.addSql(
      `alter table if exists "affiliate_payout_batch" add constraint "affiliate_payout_batch_program_id_foreign" foreign key ("program_id") references "affiliate_program" ("id") on update cascade on delete set null;`
    )
    this.addSql(
      `alter table if exists "affiliate_payout_batch_item" add constraint "affiliate_payout_batch_item_batch_id_foreign" foreign key ("batch_id") references "affiliate_payout_batch" ("id") on update cascade;`
    )
    this.addSql(
      `alter table if exists "affiliate_payout_batch_item" add constraint "affiliate_payout_batch_item_affiliate_id_foreign" foreign key ("affiliate_id") references "affiliate" ("id") on update cascade;`
    )
    this.addSql(
      `alter table if exists "affiliate_payout_batch_item" add constraint "affiliate_payout_batch_item_payout_id_foreign" foreign key ("payout_id") references "affiliate_payout" ("id") on update cascade on delete set null;`
    )
    for (const [operation, condition] of Object.entries({
      insert: "",
      update:
        "when (old.status is distinct from new.status or old.approvals is distinct from new.approvals)",
      delete: "",
    })) {
      this.addSql(
        `create trigger "affiliate_payout_batch_record_${operation}" after ${operation} on "affiliate_payout_batch"
         for each row ${condition} execute function "affiliate_record_change"('', '${NOISE.join(",")}');`
      )
    }
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "affiliate_payout_batch_item" cascade;`)
    this.addSql(`drop table if exists "affiliate_payout_batch" cascade;`)
  }
}
