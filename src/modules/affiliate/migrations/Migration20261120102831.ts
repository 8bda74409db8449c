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
      `alter table if exists "affiliate_rule_version" drop constraint if exists "affiliate_rule_version_unique";`
    )
    this.addSql(
      `alter table if exists "affiliate_rule_grant" drop constraint if exists "affiliate_rule_grant_order_unique";`
    )
    this.addSql(
      `alter table if exists "affiliate_agreement" drop constraint if exists "affiliate_agreement_version_unique";`
    )
    this.addSql(
      `alter table if exists "affiliate_program" drop constraint if exists "affiliate_program_handle_unique";`
    )
    this.addSql(
      `alter table if exists "affiliate_payout_method" drop constraint if exists "affiliate_payout_method_affiliate_unique";`
    )
    this.addSql(
      `alter table if exists "affiliate_payout_method" drop constraint if exists "affiliate_payout_method_account_unique";`
    )
    this.addSql(
      `alter table if exists "affiliate_milestone" drop constraint if exists "affiliate_milestone_once_unique";`
    )
    this.addSql(
      `alter table if exists "affiliate_invitation" drop constraint if exists "affiliate_invitation_open_unique";`
    )
    this.addSql(
      `alter table if exists "affiliate_invitation" drop constraint if exists "affiliate_invitation_token_unique";`
    )
    this.addSql(
      `alter table if exists "affiliate_cart_touch" drop constraint if exists "affiliate_cart_touch_cart_unique";`
    )
    this.addSql(
      `alter table if exists "affiliate_agreement_acceptance" drop constraint if exists "affiliate_agreement_acceptance_once_unique";`
    )
    this.addSql(
      `create table if not exists "affiliate_agreement_acceptance" ("id" text not null, "agreement_id" text not null, "affiliate_id" text not null, "body_sha256" text not null, "accepted_at" timestamptz not null, "address_hash" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_agreement_acceptance_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_agreement_acceptance_affiliate_id" ON "affiliate_agreement_acceptance" ("affiliate_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_agreement_acceptance_deleted_at" ON "affiliate_agreement_acceptance" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_agreement_acceptance_once_unique" ON "affiliate_agreement_acceptance" ("agreement_id", "affiliate_id") WHERE deleted_at IS NULL;`
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
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_cart_touch_created" ON "affiliate_cart_touch" ("created_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_change" ("id" text not null, "entity" text not null, "entity_id" text not null, "affiliate_id" text null, "action" text check ("action" in ('created', 'changed', 'deleted')) not null, "changes" jsonb not null, "actor_type" text null, "actor_id" text null, "at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_change_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_change_deleted_at" ON "affiliate_change" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_change_entity" ON "affiliate_change" ("entity", "entity_id", "at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_change_affiliate" ON "affiliate_change" ("affiliate_id", "at") WHERE affiliate_id IS NOT NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_contract" ("id" text not null, "affiliate_id" text not null, "title" text not null, "terms" text null, "revenue_split" numeric not null, "starts_at" timestamptz not null, "ends_at" timestamptz null, "raw_revenue_split" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_contract_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_contract_deleted_at" ON "affiliate_contract" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_contract_affiliate" ON "affiliate_contract" ("affiliate_id", "starts_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_creative" ("id" text not null, "program_id" text not null, "title" text not null, "kind" text check ("kind" in ('banner', 'text')) not null, "text" text null, "destination_url" text not null, "file_id" text null, "image_url" text null, "mime_type" text null, "width" integer null, "height" integer null, "archived_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_creative_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_creative_program_id" ON "affiliate_creative" ("program_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_creative_deleted_at" ON "affiliate_creative" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_creative_program_created" ON "affiliate_creative" ("program_id", "created_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_identity_document" ("id" text not null, "affiliate_id" text not null, "file_id" text not null, "name" text not null, "mime_type" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_identity_document_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_identity_document_affiliate_id" ON "affiliate_identity_document" ("affiliate_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_identity_document_deleted_at" ON "affiliate_identity_document" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_invitation" ("id" text not null, "program_id" text not null, "email" text not null, "email_normalized" text not null, "name" text null, "token_hash" text not null, "token_seed" text not null, "parent_id" text null, "tier_id" text null, "code" text null, "discount_percent" numeric null, "expires_at" timestamptz not null, "accepted_at" timestamptz null, "revoked_at" timestamptz null, "affiliate_id" text null, "email_status" text check ("email_status" in ('none', 'waiting', 'sent', 'failed')) not null default 'waiting', "sent_at" timestamptz null, "notify_attempts" integer not null default 0, "notify_after" timestamptz null, "email_error" text null, "raw_discount_percent" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_invitation_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_invitation_program_id" ON "affiliate_invitation" ("program_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_invitation_deleted_at" ON "affiliate_invitation" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_invitation_token_unique" ON "affiliate_invitation" ("token_hash") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_invitation_open_unique" ON "affiliate_invitation" ("program_id", "email_normalized") WHERE accepted_at IS NULL AND revoked_at IS NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_invitation_waiting" ON "affiliate_invitation" ("created_at") WHERE email_status = 'waiting' AND deleted_at IS NULL;`
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
      `create table if not exists "affiliate_payout_method" ("id" text not null, "affiliate_id" text not null, "provider" text not null, "details" text not null, "details_masked" jsonb not null, "account_id" text null, "payouts_enabled" boolean not null default true, "state_note" text null, "cool_off_until" timestamptz null, "cool_off_note" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_payout_method_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_method_deleted_at" ON "affiliate_payout_method" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_payout_method_affiliate_unique" ON "affiliate_payout_method" ("affiliate_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_payout_method_account_unique" ON "affiliate_payout_method" ("provider", "account_id") WHERE account_id IS NOT NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_program" ("id" text not null, "name" text not null, "handle" text not null, "status" text check ("status" in ('active', 'inactive')) not null default 'active', "commission_type" text check ("commission_type" in ('percentage', 'fixed_per_item', 'fixed_per_order')) not null default 'percentage', "commission_value" numeric not null, "fixed_values" jsonb not null default '[]', "hold_days" integer not null default 30, "attribution_window_days" integer not null default 30, "attribution_model" text check ("attribution_model" in ('last_touch', 'first_touch')) not null default 'last_touch', "trailing_months" integer null, "minimum_payouts" jsonb not null default '[]', "levels" jsonb not null default '[]', "milestones" jsonb not null default '[]', "self_referral" text check ("self_referral" in ('block', 'flag', 'allow')) not null default 'block', "auto_approve" boolean not null default false, "include_shipping" boolean not null default false, "include_tax" boolean not null default false, "new_customers_only" boolean not null default false, "utm_template" jsonb null, "form_fields" jsonb not null default '[]', "join_requirements" jsonb null, "reapply_days" integer not null default 0, "identity_required" text check ("identity_required" in ('never', 'always', 'above_amount')) not null default 'never', "identity_amounts" jsonb not null default '[]', "payout_schedule" jsonb null, "payout_schedule_next_at" timestamptz null, "metadata" jsonb null, "raw_commission_value" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_program_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_program_handle_unique" ON "affiliate_program" ("handle") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_program_deleted_at" ON "affiliate_program" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_agreement" ("id" text not null, "program_id" text not null, "version" integer not null, "title" text not null, "body" text not null, "body_sha256" text not null, "requires_acceptance" boolean not null default true, "published_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_agreement_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_agreement_program_id" ON "affiliate_agreement" ("program_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_agreement_deleted_at" ON "affiliate_agreement" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_agreement_version_unique" ON "affiliate_agreement" ("program_id", "version") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_rule" ("id" text not null, "program_id" text not null, "name" text not null, "exclude" boolean not null default false, "version" integer not null, "retired_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_rule_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_rule_program_id" ON "affiliate_rule" ("program_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_rule_deleted_at" ON "affiliate_rule" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_rule_program" ON "affiliate_rule" ("program_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_rule_grant" ("id" text not null, "rule_id" text not null, "affiliate_id" text not null, "order_id" text not null, "currency_code" text not null, "period_start" timestamptz not null, "earned" numeric not null, "granted" numeric not null, "raw_earned" jsonb not null, "raw_granted" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_rule_grant_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_rule_grant_deleted_at" ON "affiliate_rule_grant" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_rule_grant_order_unique" ON "affiliate_rule_grant" ("order_id", "rule_id", "affiliate_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_rule_grant_period" ON "affiliate_rule_grant" ("rule_id", "affiliate_id", "currency_code", "period_start") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_rule_version" ("id" text not null, "rule_id" text not null, "version" integer not null, "name" text not null, "commission_type" text check ("commission_type" in ('percentage', 'fixed_per_item', 'fixed_per_order')) not null, "commission_value" numeric not null, "fixed_values" jsonb not null default '[]', "exclude" boolean not null default false, "conditions" jsonb not null default '[]', "cap_per_order" jsonb not null default '[]', "cap_per_period" jsonb null, "starts_at" timestamptz null, "ends_at" timestamptz null, "published_at" timestamptz not null, "raw_commission_value" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_rule_version_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_rule_version_rule_id" ON "affiliate_rule_version" ("rule_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_rule_version_deleted_at" ON "affiliate_rule_version" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_affiliate_rule_version_unique" ON "affiliate_rule_version" ("rule_id", "version") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_tier" ("id" text not null, "program_id" text not null, "name" text not null, "rank" integer not null default 0, "commission_value" numeric null, "minimum_payouts" jsonb not null default '[]', "requirements" jsonb not null default '[]', "auto" boolean not null default false, "features" jsonb not null default '[]', "raw_commission_value" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_tier_pkey" primary key ("id"));`
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
      `create table if not exists "affiliate" ("id" text not null, "name" text not null, "email" text not null, "email_normalized" text not null, "status" text check ("status" in ('pending', 'approved', 'rejected', 'suspended')) not null default 'pending', "status_reason" text null, "status_history" jsonb not null default '[]', "approved_at" timestamptz null, "suspended_at" timestamptz null, "program_id" text not null, "tier_id" text null, "parent_id" text null, "customer_id" text null, "auth_identity_id" text null, "website" text null, "country_code" text null, "emails_off" text[] not null default '{}', "answers" jsonb null, "agreement_version" text null, "agreement_accepted_at" timestamptz null, "reapply_at" timestamptz null, "identity_status" text check ("identity_status" in ('not_required', 'pending', 'verified', 'rejected')) not null default 'not_required', "identity_note" text null, "identity_decided_at" timestamptz null, "identity_provider" text null, "erased_at" timestamptz null, "commission_percent" numeric null, "trailing_months" integer null, "metadata" jsonb null, "raw_commission_percent" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_pkey" primary key ("id"));`
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
      `create table if not exists "affiliate_payout" ("id" text not null, "display_id" serial, "affiliate_id" text not null, "currency_code" text not null, "amount" numeric not null, "status" text check ("status" in ('pending', 'processing', 'paid', 'failed', 'canceled')) not null default 'pending', "provider" text not null, "destination" text null, "destination_masked" jsonb not null, "idempotency_key" text not null, "attempt" integer not null default 1, "requested_by" text check ("requested_by" in ('affiliate', 'merchant')) not null default 'affiliate', "reference" text null, "failure_reason" text null, "returned_amount" numeric not null default 0, "returned_at" timestamptz null, "return_reason" text null, "look_up_after" timestamptz null, "look_ups" integer not null default 0, "look_up_error" text null, "stuck_at" timestamptz null, "processing_at" timestamptz null, "paid_at" timestamptz null, "failed_at" timestamptz null, "canceled_at" timestamptz null, "raw_amount" jsonb not null, "raw_returned_amount" jsonb not null default '{"value":"0","precision":20}', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_payout_pkey" primary key ("id"));`
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
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_payout_look_up" ON "affiliate_payout" ("provider", "look_up_after") WHERE look_up_after IS NOT NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_payout_item" ("id" text not null, "payout_id" text not null, "commission_id" text not null, "amount" numeric not null, "returned_amount" numeric not null default 0, "raw_amount" jsonb not null, "raw_returned_amount" jsonb not null default '{"value":"0","precision":20}', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_payout_item_pkey" primary key ("id"));`
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
      `create table if not exists "affiliate_conversion" ("id" text not null, "order_id" text not null, "order_display_id" integer null, "outcome" text check ("outcome" in ('attributed', 'none')) not null, "reason" text not null, "affiliate_id" text null, "program_id" text null, "source" text check ("source" in ('code', 'click', 'attribution', 'manual')) null, "code_id" text null, "click_id" text null, "link_id" text null, "sub_id" text null, "customer_id" text null, "email_normalized" text null, "currency_code" text not null, "base_total" numeric not null default 0, "revenue_total" numeric not null default 0, "commission_total" numeric not null default 0, "terms" jsonb null, "trace" jsonb not null, "flagged" boolean not null default false, "note" text null, "placed_at" timestamptz not null, "canceled_at" timestamptz null, "paid" boolean not null default false, "order_stamp" text not null, "reconciled_at" timestamptz not null, "raw_base_total" jsonb not null default '{"value":"0","precision":20}', "raw_revenue_total" jsonb not null default '{"value":"0","precision":20}', "raw_commission_total" jsonb not null default '{"value":"0","precision":20}', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_conversion_pkey" primary key ("id"));`
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
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_conversion_affiliate_placed" ON "affiliate_conversion" ("affiliate_id", "placed_at") WHERE affiliate_id IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_conversion_link" ON "affiliate_conversion" ("link_id") WHERE link_id IS NOT NULL AND deleted_at IS NULL;`
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
      `create table if not exists "affiliate_tier_change" ("id" text not null, "affiliate_id" text not null, "program_id" text not null, "from_tier_id" text null, "to_tier_id" text null, "by" text check ("by" in ('requirements', 'merchant')) not null, "figures" jsonb not null default '[]', "at" timestamptz not null, "announced_at" timestamptz null, "notified_at" timestamptz null, "notify_attempts" integer not null default 0, "notify_after" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_tier_change_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_tier_change_deleted_at" ON "affiliate_tier_change" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_tier_change_affiliate" ON "affiliate_tier_change" ("affiliate_id", "at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "affiliate_link" ("id" text not null, "affiliate_id" text not null, "slug" text not null, "slug_key" text not null, "destination_url" text not null, "label" text null, "campaign" text null, "sub_id" text null, "utm" jsonb null, "archived_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "affiliate_link_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_link_affiliate_id" ON "affiliate_link" ("affiliate_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_link_deleted_at" ON "affiliate_link" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_link_affiliate_created" ON "affiliate_link" ("affiliate_id", "created_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_affiliate_link_campaign" ON "affiliate_link" ("affiliate_id", "campaign") WHERE campaign IS NOT NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "affiliate_link" add constraint "affiliate_link_affiliate_id_foreign" foreign key ("affiliate_id") references "affiliate" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "affiliate_agreement" add constraint "affiliate_agreement_program_id_foreign" foreign key ("program_id") references "affiliate_program" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "affiliate_rule" add constraint "affiliate_rule_program_id_foreign" foreign key ("program_id") references "affiliate_program" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "affiliate_rule_version" add constraint "affiliate_rule_version_rule_id_foreign" foreign key ("rule_id") references "affiliate_rule" ("id") on update cascade;`
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
    this.addSql(
      `alter table if exists "affiliate_creative" add constraint "affiliate_creative_program_id_foreign" foreign key ("program_id") references "affiliate_program" ("id") on update cascade;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "affiliate_agreement" drop constraint if exists "affiliate_agreement_program_id_foreign";`
    )

    this.addSql(
      `alter table if exists "affiliate_rule" drop constraint if exists "affiliate_rule_program_id_foreign";`
    )

    this.addSql(
      `alter table if exists "affiliate_tier" drop constraint if exists "affiliate_tier_program_id_foreign";`
    )

    this.addSql(
      `alter table if exists "affiliate" drop constraint if exists "affiliate_program_id_foreign";`
    )

    this.addSql(
      `alter table if exists "affiliate_rule_version" drop constraint if exists "affiliate_rule_version_rule_id_foreign";`
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

    this.addSql(
      `drop table if exists "affiliate_agreement_acceptance" cascade;`
    )

    this.addSql(`drop table if exists "affiliate_cart_touch" cascade;`)

    this.addSql(`drop table if exists "affiliate_change" cascade;`)

    this.addSql(`drop table if exists "affiliate_contract" cascade;`)

    this.addSql(`drop table if exists "affiliate_link" cascade;`)

    this.addSql(`drop table if exists "affiliate_creative" cascade;`)

    this.addSql(`drop table if exists "affiliate_identity_document" cascade;`)

    this.addSql(`drop table if exists "affiliate_invitation" cascade;`)

    this.addSql(`drop table if exists "affiliate_milestone" cascade;`)

    this.addSql(`drop table if exists "affiliate_payout_method" cascade;`)

    this.addSql(`drop table if exists "affiliate_program" cascade;`)

    this.addSql(`drop table if exists "affiliate_agreement" cascade;`)

    this.addSql(`drop table if exists "affiliate_rule" cascade;`)

    this.addSql(`drop table if exists "affiliate_rule_grant" cascade;`)

    this.addSql(`drop table if exists "affiliate_rule_version" cascade;`)

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

    this.addSql(`drop table if exists "affiliate_tier_change" cascade;`)
  }
}
