import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Money columns, whose `raw_` twin the database derives, so that they cannot disagree. */
const MONEY_COLUMNS: Record<string, string[]> = {
  affiliate_balance: ["pending", "available", "requested", "paid"],
  affiliate_commission: ["amount", "original_amount"],
  affiliate_commission_line: ["quantity", "base", "amount"],
  affiliate_conversion: ["base_total", "revenue_total", "commission_total"],
  affiliate_entry: ["amount"],
  affiliate_milestone: ["threshold"],
  affiliate_payout: ["amount", "returned_amount"],
  affiliate_payout_item: ["amount", "returned_amount"],
  affiliate_rule_grant: ["earned", "granted"],
}

/** What earned money stays: these rows are never soft-deleted. */
const NEVER_DELETED = [
  "affiliate_balance",
  "affiliate_code",
  "affiliate_commission",
  "affiliate_commission_line",
  "affiliate_conversion",
  "affiliate_entry",
  "affiliate_milestone",
  "affiliate_payout",
  "affiliate_payout_item",
  "affiliate_rule_grant",
]

/** What is written once and stays as it is: movements of money, and what people were told and agreed to. */
const APPEND_ONLY = [
  "affiliate_agreement",
  "affiliate_agreement_acceptance",
  "affiliate_entry",
  "affiliate_rule_version",
]

const CHECKS: [table: string, name: string, rule: string][] = [
  ["affiliate_balance", "pending_not_negative", "pending >= 0"],
  ["affiliate_balance", "requested_not_negative", "requested >= 0"],
  ["affiliate_balance", "paid_not_negative", "paid >= 0"],
  ["affiliate_entry", "amount_moves_something", "amount <> 0"],
  ["affiliate_entry", "currency", "currency_code ~ '^[a-z]{3}$'"],
  ["affiliate_payout", "amount_not_negative", "amount >= 0"],
  [
    "affiliate_payout",
    "returned_within_amount",
    "returned_amount >= 0 AND returned_amount <= amount",
  ],
  [
    "affiliate_payout_item",
    "returned_within_amount",
    "returned_amount BETWEEN least(amount, 0) AND greatest(amount, 0)",
  ],
  [
    "affiliate_commission",
    "only_adjustments_negative",
    "amount >= 0 OR kind IN ('adjustment', 'bonus')",
  ],
  ["affiliate_commission_line", "amount_not_negative", "amount >= 0"],
  ["affiliate", "not_own_parent", "parent_id <> id"],
  [
    "affiliate",
    "erased_stays_erased",
    "erased_at IS NULL OR (status = 'suspended' AND email_normalized = 'erased-' || lower(id) || '@erased.invalid')",
  ],
  [
    "affiliate_conversion",
    "attributed_to_somebody",
    "(outcome = 'attributed') = (affiliate_id IS NOT NULL AND source IS NOT NULL AND terms IS NOT NULL)",
  ],
  [
    "affiliate_rule_grant",
    "granted_within_earned",
    "granted >= 0 AND granted <= earned",
  ],
  [
    "affiliate_contract",
    "split_is_percent",
    "revenue_split >= 0 AND revenue_split <= 100",
  ],
  [
    "affiliate_contract",
    "ends_after_start",
    "ends_at IS NULL OR ends_at >= starts_at",
  ],
]

/**
 * The promises that the database holds, not discipline: an append-only ledger,
 * balances that cannot go below zero where they may not, codes that are unique
 * for ever; and the default program with its four tiers.
 */
export class Migration20261120102832 extends Migration {
  override async up(): Promise<void> {
    for (const [table, columns] of Object.entries(MONEY_COLUMNS)) {
      for (const column of columns) {
        this.addSql(
          `alter table "${table}" drop column "raw_${column}",
             add column "raw_${column}" jsonb generated always as
               (('{"value": "' || "${column}"::text || '", "precision": 20}')::jsonb) stored;`
        )
      }
    }
    for (const table of NEVER_DELETED) {
      this.addCheck(table, "never_deleted", "deleted_at IS NULL")
    }
    for (const [table, name, rule] of CHECKS) {
      this.addCheck(table, name, rule)
    }
    this.addSql(
      `create unique index "IDX_affiliate_code_key_unique" on "affiliate_code" ("code_key");`
    )
    this.appendOnly()
    this.defaultProgram()
  }

  override async down(): Promise<void> {
    for (const table of APPEND_ONLY) {
      this.addSql(
        `drop trigger if exists "${table}_append_only" on "${table}";
         drop trigger if exists "${table}_no_truncate" on "${table}";`
      )
    }
    this.addSql(`drop function if exists "affiliate_refuse_change"();`)
    this.addSql(`drop index if exists "IDX_affiliate_code_key_unique";`)
    for (const table of NEVER_DELETED) {
      this.dropCheck(table, "never_deleted")
    }
    for (const [table, name] of CHECKS) {
      this.dropCheck(table, name)
    }
    for (const [table, columns] of Object.entries(MONEY_COLUMNS)) {
      for (const column of columns) {
        this.addSql(
          `alter table "${table}" alter column "raw_${column}" drop expression;`
        )
      }
    }
  }

  private addCheck(table: string, name: string, rule: string): void {
    this.addSql(
      `alter table "${table}" add constraint "CK_${table}_${name}" check (${rule});`
    )
  }

  private dropCheck(table: string, name: string): void {
    this.addSql(
      `alter table "${table}" drop constraint if exists "CK_${table}_${name}";`
    )
  }

  private appendOnly(): void {
    this.addSql(
      `create function "affiliate_refuse_change"() returns trigger language plpgsql as $$
       begin
         raise exception '% is append-only: add a new row instead of %', tg_table_name, tg_op;
       end $$;`
    )
    for (const table of APPEND_ONLY) {
      this.addSql(
        `create trigger "${table}_append_only" before update or delete on "${table}"
         for each row execute function "affiliate_refuse_change"();
         create trigger "${table}_no_truncate" before truncate on "${table}"
         for each statement execute function "affiliate_refuse_change"();`
      )
    }
  }

  private defaultProgram(): void {
    this.addSql(
      `insert into "affiliate_program"
         (id, name, handle, commission_type, commission_value, raw_commission_value,
          hold_days, attribution_window_days, trailing_months, minimum_payouts, milestones)
       values
         ('affprog_default', 'Default program', 'default', 'percentage', 20,
          '{"value": "20", "precision": 20}', 30, 30, null,
          '[{"currency_code": "usd", "amount": 50}]',
          '[{"currency_code": "usd", "amount": 50}, {"currency_code": "usd", "amount": 100},
            {"currency_code": "usd", "amount": 500}, {"currency_code": "usd", "amount": 1000}]')
       on conflict do nothing;`
    )
    const tiers: [id: string, name: string, minimum: number][] = [
      ["affiliate", "Affiliate", 50],
      ["reseller", "Reseller", 100],
      ["white_label", "White-Label", 1000],
      ["technology", "Technology", 200],
    ]
    tiers.forEach(([id, name, minimum], rank) => {
      this.addSql(
        `insert into "affiliate_tier" (id, program_id, name, rank, minimum_payouts)
         values ('afftier_${id}', 'affprog_default', '${name}', ${rank},
                 '[{"currency_code": "usd", "amount": ${minimum}}]')
         on conflict do nothing;`
      )
    })
  }
}
