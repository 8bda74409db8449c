import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261120102831 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "affiliate_attribution" drop constraint if exists "affiliate_attribution_email_unique";`
    )
    this.addSql(
      `alter table if exists "affiliate_attribution" drop constraint if exists "affiliate_attribution_customer_unique";`
    )
    this.addSql(
      `alter table if exists "affiliate_balance" drop constraint if exists "affiliate_balance_currency_unique";`
    )
    this.addSql(
      `alter table if exists "affiliate_commission_line" drop constraint if exists "affiliate_commission_line_order_line_unique";`
    )
    this.addSql(
      `alter table if exists "affiliate_entry" drop constraint if exists "affiliate_entry_source_key_unique";`
    )
    this.addSql(
      `alter table if exists "affiliate_commission" drop constraint if exists "affiliate_commission_beneficiary_unique";`
    )
    this.addSql(
      `alter table if exists "affiliate_conversion" drop constraint if exists "affiliate_conversion_order_unique";`
    )
    this.addSql(
      `alter table if exists "affiliate_payout_item" drop constraint if exists "affiliate_payout_item_commission_unique";`
    )
    this.addSql(
      `alter table if exists "affiliate_payout" drop constraint if exists "affiliate_payout_idempotency_key_unique";`
    )
    this.addSql(
      `alter table if exists "affiliate" drop constraint if exists "affiliate_auth_identity_unique";`
    )
    this.addSql(
      `alter table if exists "affiliate" drop constraint if exists "affiliate_program_customer_unique";`
    )
    this.addSql(
      `alter table if exists "affiliate" drop constraint if exists "affiliate_program_email_unique";`
    )
    this.addSql(
      `alter table if exists "affiliate_program" drop constraint if exists "affiliate_program_handle_unique";`
    )
    this.addSql(
      `alter table if exists "affiliate_payout_method" drop constraint if exists "affiliate_payout_method_affiliate_unique";`
    )
    this.addSql(
      `alter table if exists "affiliate_milestone" drop constraint if exists "affiliate_milestone_once_unique";`
    )
    this.addSql(
      `alter table if exists "affiliate_cart_touch" drop constraint if exists "affiliate_cart_touch_cart_unique";`
    )
    this.addSql(
      `create table if not exists "affiliate_cart_touch" ("id" text not null, "cart_id" text not null, "code_id" text null, "code_at" timestamptz null, "click_id" text null, "visitor_id" text null, "sub_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_cart_touch_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_cart_touch_deleted_at" ON "affiliate_cart_touch" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_cart_touch_cart_unique" ON "affiliate_cart_touch" ("cart_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_click" ("id" text not null, "affiliate_id" text not null, "code_id" text null, "visitor_id" text null, "sub_id" text null, "landing_url" text null, "referrer" text null, "counted" boolean not null default true, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_click_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_click_deleted_at" ON "affiliate_click" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_click_affiliate_created" ON "affiliate_click" ("affiliate_id", "created_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_click_visitor" ON "affiliate_click" ("visitor_id", "created_at") WHERE visitor_id IS NOT NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_milestone" ("id" text not null, "affiliate_id" text not null, "program_id" text not null, "currency_code" text not null, "threshold" numeric not null, "reached_at" timestamptz not null, "announced_at" timestamptz null, "notified_at" timestamptz null, "notify_attempts" integer not null default 0, "notify_after" timestamptz null, "raw_threshold" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_milestone_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_milestone_deleted_at" ON "affiliate_milestone" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_milestone_once_unique" ON "affiliate_milestone" ("affiliate_id", "program_id", "currency_code", "threshold") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_payout_method" ("id" text not null, "affiliate_id" text not null, "provider" text not null, "details" text not null, "details_masked" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_payout_method_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_method_deleted_at" ON "affiliate_payout_method" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_payout_method_affiliate_unique" ON "affiliate_payout_method" ("affiliate_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_program" ("id" text not null, "name" text not null, "handle" text not null, "status" text check ("status" in ('active', 'inactive')) not null default 'active', "commission_type" text check ("commission_type" in ('percentage', 'fixed_per_item', 'fixed_per_order')) not null default 'percentage', "commission_value" numeric not null, "fixed_values" jsonb not null default '[]', "hold_days" integer not null default 30, "attribution_window_days" integer not null default 30, "attribution_model" text check ("attribution_model" in ('last_touch', 'first_touch')) not null default 'last_touch', "trailing_months" integer null, "minimum_payouts" jsonb not null default '[]', "levels" jsonb not null default '[]', "milestones" jsonb not null default '[]', "self_referral" text check ("self_referral" in ('block', 'flag', 'allow')) not null default 'block', "auto_approve" boolean not null default false, "include_shipping" boolean not null default false, "include_tax" boolean not null default false, "new_customers_only" boolean not null default false, "metadata" jsonb null, "raw_commission_value" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_program_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_program_handle_unique" ON "affiliate_program" ("handle") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_program_deleted_at" ON "affiliate_program" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_tier" ("id" text not null, "program_id" text not null, "name" text not null, "rank" integer not null default 0, "commission_value" numeric null, "minimum_payouts" jsonb not null default '[]', "requirements" jsonb not null default '[]', "auto" boolean not null default false, "raw_commission_value" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_tier_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_tier_program_id" ON "affiliate_tier" ("program_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_tier_deleted_at" ON "affiliate_tier" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_tier_program_rank" ON "affiliate_tier" ("program_id", "rank") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate" ("id" text not null, "name" text not null, "email" text not null, "email_normalized" text not null, "status" text check ("status" in ('pending', 'approved', 'rejected', 'suspended')) not null default 'pending', "status_reason" text null, "status_history" jsonb not null default '[]', "approved_at" timestamptz null, "suspended_at" timestamptz null, "program_id" text not null, "tier_id" text null, "parent_id" text null, "customer_id" text null, "auth_identity_id" text null, "website" text null, "country_code" text null, "answers" jsonb null, "agreement_version" text null, "agreement_accepted_at" timestamptz null, "commission_percent" numeric null, "trailing_months" integer null, "metadata" jsonb null, "raw_commission_percent" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_program_id" ON "affiliate" ("program_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_tier_id" ON "affiliate" ("tier_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_parent_id" ON "affiliate" ("parent_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_deleted_at" ON "affiliate" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_program_email_unique" ON "affiliate" ("program_id", "email_normalized") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_program_customer_unique" ON "affiliate" ("program_id", "customer_id") WHERE customer_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_auth_identity_unique" ON "affiliate" ("auth_identity_id") WHERE auth_identity_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_customer_id" ON "affiliate" ("customer_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_status" ON "affiliate" ("status") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_payout" ("id" text not null, "display_id" serial, "affiliate_id" text not null, "currency_code" text not null, "amount" numeric not null, "status" text check ("status" in ('pending', 'processing', 'paid', 'failed', 'canceled')) not null default 'pending', "provider" text not null, "destination" text null, "destination_masked" jsonb not null, "idempotency_key" text not null, "attempt" integer not null default 1, "requested_by" text check ("requested_by" in ('affiliate', 'merchant')) not null default 'affiliate', "reference" text null, "failure_reason" text null, "processing_at" timestamptz null, "paid_at" timestamptz null, "failed_at" timestamptz null, "canceled_at" timestamptz null, "raw_amount" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_payout_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_affiliate_id" ON "affiliate_payout" ("affiliate_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_deleted_at" ON "affiliate_payout" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_payout_idempotency_key_unique" ON "affiliate_payout" ("idempotency_key") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_affiliate_created" ON "affiliate_payout" ("affiliate_id", "created_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_status" ON "affiliate_payout" ("status", "created_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_payout_item" ("id" text not null, "payout_id" text not null, "commission_id" text not null, "amount" numeric not null, "raw_amount" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_payout_item_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_item_payout_id" ON "affiliate_payout_item" ("payout_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_item_commission_id" ON "affiliate_payout_item" ("commission_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_item_deleted_at" ON "affiliate_payout_item" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_payout_item_commission_unique" ON "affiliate_payout_item" ("payout_id", "commission_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_conversion" ("id" text not null, "order_id" text not null, "order_display_id" integer null, "outcome" text check ("outcome" in ('attributed', 'none')) not null, "reason" text not null, "affiliate_id" text null, "program_id" text null, "source" text check ("source" in ('code', 'click', 'attribution', 'manual')) null, "code_id" text null, "click_id" text null, "customer_id" text null, "email_normalized" text null, "currency_code" text not null, "base_total" numeric not null default 0, "commission_total" numeric not null default 0, "terms" jsonb null, "trace" jsonb not null, "flagged" boolean not null default false, "note" text null, "placed_at" timestamptz not null, "canceled_at" timestamptz null, "paid" boolean not null default false, "order_stamp" text not null, "reconciled_at" timestamptz not null, "raw_base_total" jsonb not null default '{"value":"0","precision":20}', "raw_commission_total" jsonb not null default '{"value":"0","precision":20}', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_conversion_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_conversion_affiliate_id" ON "affiliate_conversion" ("affiliate_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_conversion_code_id" ON "affiliate_conversion" ("code_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_conversion_deleted_at" ON "affiliate_conversion" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_conversion_order_unique" ON "affiliate_conversion" ("order_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_conversion_customer" ON "affiliate_conversion" ("customer_id", "placed_at") WHERE customer_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_conversion_email" ON "affiliate_conversion" ("email_normalized", "placed_at") WHERE email_normalized IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_conversion_placed" ON "affiliate_conversion" ("placed_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_commission" ("id" text not null, "affiliate_id" text not null, "conversion_id" text null, "program_id" text not null, "order_id" text null, "order_display_id" integer null, "level" integer not null default 1, "kind" text check ("kind" in ('sale', 'trailing', 'level', 'bonus', 'adjustment')) not null, "currency_code" text not null, "amount" numeric not null, "original_amount" numeric not null, "status" text check ("status" in ('pending', 'available', 'requested', 'paid', 'clawed_back')) not null default 'pending', "available_at" timestamptz not null, "released_at" timestamptz null, "payable" boolean not null default false, "held" boolean not null default false, "hold_source" text check ("hold_source" in ('person', 'risk')) null, "hold_reason" text null, "reason" text null, "revision" integer not null default 0, "raw_amount" jsonb not null, "raw_original_amount" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_commission_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_commission_affiliate_id" ON "affiliate_commission" ("affiliate_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_commission_conversion_id" ON "affiliate_commission" ("conversion_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_commission_deleted_at" ON "affiliate_commission" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_commission_beneficiary_unique" ON "affiliate_commission" ("order_id", "affiliate_id", "level", "kind") WHERE order_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_commission_due" ON "affiliate_commission" ("available_at", "id") WHERE status = 'pending' AND payable AND NOT held AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_commission_affiliate_created" ON "affiliate_commission" ("affiliate_id", "created_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_commission_created" ON "affiliate_commission" ("created_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_entry" ("id" text not null, "affiliate_id" text not null, "currency_code" text not null, "account" text check ("account" in ('pending', 'available', 'requested', 'paid')) not null, "amount" numeric not null, "type" text check ("type" in ('accrue', 'adjust', 'release', 'clawback', 'bonus', 'manual_adjustment', 'payout_requested', 'payout_canceled', 'payout_failed', 'payout_paid', 'payout_reversed')) not null, "commission_id" text null, "payout_id" text null, "source_key" text not null, "raw_amount" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_entry_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_entry_commission_id" ON "affiliate_entry" ("commission_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_entry_deleted_at" ON "affiliate_entry" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_entry_source_key_unique" ON "affiliate_entry" ("source_key") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_entry_affiliate_currency" ON "affiliate_entry" ("affiliate_id", "currency_code", "created_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_entry_payout" ON "affiliate_entry" ("payout_id") WHERE payout_id IS NOT NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_commission_line" ("id" text not null, "commission_id" text not null, "order_line_id" text not null, "title" text not null, "quantity" numeric not null, "base" numeric not null, "amount" numeric not null, "raw_quantity" jsonb not null, "raw_base" jsonb not null, "raw_amount" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_commission_line_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_commission_line_commission_id" ON "affiliate_commission_line" ("commission_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_commission_line_deleted_at" ON "affiliate_commission_line" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_commission_line_order_line_unique" ON "affiliate_commission_line" ("commission_id", "order_line_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_code" ("id" text not null, "code" text not null, "code_key" text not null, "affiliate_id" text not null, "promotion_id" text null, "discount_percent" numeric null, "retired_at" timestamptz null, "raw_discount_percent" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_code_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_code_affiliate_id" ON "affiliate_code" ("affiliate_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_code_promotion_id" ON "affiliate_code" ("promotion_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_code_deleted_at" ON "affiliate_code" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_balance" ("id" text not null, "affiliate_id" text not null, "currency_code" text not null, "pending" numeric not null default 0, "available" numeric not null default 0, "requested" numeric not null default 0, "paid" numeric not null default 0, "raw_pending" jsonb not null default '{"value":"0","precision":20}', "raw_available" jsonb not null default '{"value":"0","precision":20}', "raw_requested" jsonb not null default '{"value":"0","precision":20}', "raw_paid" jsonb not null default '{"value":"0","precision":20}', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_balance_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_balance_affiliate_id" ON "affiliate_balance" ("affiliate_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_balance_deleted_at" ON "affiliate_balance" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_balance_currency_unique" ON "affiliate_balance" ("affiliate_id", "currency_code") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_attribution" ("id" text not null, "affiliate_id" text not null, "customer_id" text null, "email_normalized" text null, "order_id" text not null, "starts_at" timestamptz not null, "ends_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_attribution_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_attribution_affiliate_id" ON "affiliate_attribution" ("affiliate_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_attribution_deleted_at" ON "affiliate_attribution" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_attribution_customer_unique" ON "affiliate_attribution" ("customer_id") WHERE customer_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_attribution_email_unique" ON "affiliate_attribution" ("email_normalized") WHERE email_normalized IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_attribution_order" ON "affiliate_attribution" ("order_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "affiliate_tier" add constraint "affiliate_tier_program_id_foreign" foreign key ("program_id") references "affiliate_program" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "affiliate" add constraint "affiliate_program_id_foreign" foreign key ("program_id") references "affiliate_program" ("id") on update cascade;`
    )
    this.addSql(
      `alter table if exists "affiliate" add constraint "affiliate_tier_id_foreign" foreign key ("tier_id") references "affiliate_tier" ("id") on update cascade on delete set null;`
    )

    this.addSql(
      `alter table if exists "affiliate_payout" add constraint "affiliate_payout_affiliate_id_foreign" foreign key ("affiliate_id") references "affiliate" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "affiliate_payout_item" add constraint "affiliate_payout_item_payout_id_foreign" foreign key ("payout_id") references "affiliate_payout" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "affiliate_conversion" add constraint "affiliate_conversion_affiliate_id_foreign" foreign key ("affiliate_id") references "affiliate" ("id") on update cascade on delete set null;`
    )

    this.addSql(
      `alter table if exists "affiliate_commission" add constraint "affiliate_commission_affiliate_id_foreign" foreign key ("affiliate_id") references "affiliate" ("id") on update cascade;`
    )
    this.addSql(
      `alter table if exists "affiliate_commission" add constraint "affiliate_commission_conversion_id_foreign" foreign key ("conversion_id") references "affiliate_conversion" ("id") on update cascade on delete set null;`
    )

    this.addSql(
      `alter table if exists "affiliate_entry" add constraint "affiliate_entry_commission_id_foreign" foreign key ("commission_id") references "affiliate_commission" ("id") on update cascade on delete set null;`
    )

    this.addSql(
      `alter table if exists "affiliate_commission_line" add constraint "affiliate_commission_line_commission_id_foreign" foreign key ("commission_id") references "affiliate_commission" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "affiliate_code" add constraint "affiliate_code_affiliate_id_foreign" foreign key ("affiliate_id") references "affiliate" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "affiliate_balance" add constraint "affiliate_balance_affiliate_id_foreign" foreign key ("affiliate_id") references "affiliate" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "affiliate_attribution" add constraint "affiliate_attribution_affiliate_id_foreign" foreign key ("affiliate_id") references "affiliate" ("id") on update cascade;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "affiliate_tier" drop constraint if exists "affiliate_tier_program_id_foreign";`
    )

    this.addSql(
      `alter table if exists "affiliate" drop constraint if exists "affiliate_program_id_foreign";`
    )

    this.addSql(
      `alter table if exists "affiliate" drop constraint if exists "affiliate_tier_id_foreign";`
    )

    this.addSql(
      `alter table if exists "affiliate_payout" drop constraint if exists "affiliate_payout_affiliate_id_foreign";`
    )

    this.addSql(
      `alter table if exists "affiliate_conversion" drop constraint if exists "affiliate_conversion_affiliate_id_foreign";`
    )

    this.addSql(
      `alter table if exists "affiliate_commission" drop constraint if exists "affiliate_commission_affiliate_id_foreign";`
    )

    this.addSql(
      `alter table if exists "affiliate_code" drop constraint if exists "affiliate_code_affiliate_id_foreign";`
    )

    this.addSql(
      `alter table if exists "affiliate_balance" drop constraint if exists "affiliate_balance_affiliate_id_foreign";`
    )

    this.addSql(
      `alter table if exists "affiliate_attribution" drop constraint if exists "affiliate_attribution_affiliate_id_foreign";`
    )

    this.addSql(
      `alter table if exists "affiliate_payout_item" drop constraint if exists "affiliate_payout_item_payout_id_foreign";`
    )

    this.addSql(
      `alter table if exists "affiliate_commission" drop constraint if exists "affiliate_commission_conversion_id_foreign";`
    )

    this.addSql(
      `alter table if exists "affiliate_entry" drop constraint if exists "affiliate_entry_commission_id_foreign";`
    )

    this.addSql(
      `alter table if exists "affiliate_commission_line" drop constraint if exists "affiliate_commission_line_commission_id_foreign";`
    )

    this.addSql(`drop table if exists "affiliate_cart_touch" cascade;`)

    this.addSql(`drop table if exists "affiliate_click" cascade;`)

    this.addSql(`drop table if exists "affiliate_milestone" cascade;`)

    this.addSql(`drop table if exists "affiliate_payout_method" cascade;`)

    this.addSql(`drop table if exists "affiliate_program" cascade;`)

    this.addSql(`drop table if exists "affiliate_tier" cascade;`)

    this.addSql(`drop table if exists "affiliate" cascade;`)

    this.addSql(`drop table if exists "affiliate_payout" cascade;`)

    this.addSql(`drop table if exists "affiliate_payout_item" cascade;`)

    this.addSql(`drop table if exists "affiliate_conversion" cascade;`)

    this.addSql(`drop table if exists "affiliate_commission" cascade;`)

    this.addSql(`drop table if exists "affiliate_entry" cascade;`)

    this.addSql(`drop table if exists "affiliate_commission_line" cascade;`)

    this.addSql(`drop table if exists "affiliate_code" cascade;`)

    this.addSql(`drop table if exists "affiliate_balance" cascade;`)

    this.addSql(`drop table if exists "affiliate_attribution" cascade;`)
  }
}
