import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What nobody asks for in a history, as in the migration that records changes. */
const NOISE = ["created_at", "updated_at"]

/** Tables whose changes are recorded, without what is secret or may be shown of it. */
const RECORDED: Record<string, { affiliate: string; secret: string[] }> = {
  affiliate_tax_form: {
    affiliate: "affiliate_id",
    secret: ["details", "tin_last_four", "foreign_tin_last_four"],
  },
  affiliate_tax_standing: { affiliate: "affiliate_id", secret: [] },
  affiliate_tax_threshold: { affiliate: "", secret: [] },
}

const OPERATIONS = ["insert", "update", "delete"] as const

const TABLES = [
  "affiliate_tax_document",
  "affiliate_tax_form",
  "affiliate_tax_look",
  "affiliate_tax_standing",
  "affiliate_tax_threshold",
]

/** `id`, the columns given, and what every row has. */
const table = (name: string, columns: string): string =>
  `create table if not exists "${name}" ("id" text not null, ${columns}, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "${name}_pkey" primary key ("id"));
   create index if not exists "IDX_${name}_deleted_at" on "${name}" ("deleted_at") where deleted_at is null;`

const index = (
  name: string,
  on: string,
  columns: string,
  unique = false
): string =>
  `create ${unique ? "unique " : ""}index if not exists "${name}" on "${on}" (${columns}) where deleted_at is null;`

/**
 * Tax forms, who looked at their numbers, what tax authorities said, thresholds, and the papers of payouts; with what
 * the database holds of them: looks and papers stay as they are, and numbers of papers have no gap made by a deletion.
 */
export class Migration20261127100003 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      table(
        "affiliate_tax_document",
        `"affiliate_id" text not null, "payout_id" text not null, "fact" text not null, "corrects_id" text null, "kind" text check ("kind" in ('self_billing_invoice', 'remittance_advice', 'self_billing_correction', 'remittance_correction')) not null, "year" integer not null, "sequence" integer not null, "number" text not null, "issued_at" timestamptz not null, "details" text not null`
      )
    )
    this.addSql(
      index(
        "IDX_affiliate_tax_document_affiliate_id",
        "affiliate_tax_document",
        `"affiliate_id"`
      )
    )
    this.addSql(
      index(
        "IDX_affiliate_tax_document_payout_unique",
        "affiliate_tax_document",
        `"payout_id", "fact"`,
        true
      )
    )
    this.addSql(
      index(
        "IDX_affiliate_tax_document_sequence_unique",
        "affiliate_tax_document",
        `"kind", "year", "sequence"`,
        true
      )
    )
    this.addSql(
      table(
        "affiliate_tax_form",
        `"affiliate_id" text not null, "version" integer not null, "form" text check ("form" in ('w9', 'w8ben', 'w8bene', 'vat')) not null, "classification" text not null, "country_code" text not null, "exempt_payee" boolean not null default false, "tin_type" text check ("tin_type" in ('ssn', 'itin', 'ein')) null, "tin_last_four" text null, "foreign_tin_last_four" text null, "signed_on" text not null, "expires_on" text null, "details" text not null`
      )
    )
    this.addSql(
      index(
        "IDX_affiliate_tax_form_version_unique",
        "affiliate_tax_form",
        `"affiliate_id", "version"`,
        true
      )
    )
    this.addSql(
      table(
        "affiliate_tax_look",
        `"affiliate_id" text not null, "tax_form_id" text not null, "reason" text not null, "actor_type" text null, "actor_id" text null`
      )
    )
    this.addSql(
      index(
        "IDX_affiliate_tax_look_affiliate",
        "affiliate_tax_look",
        `"affiliate_id", "created_at"`
      )
    )
    this.addSql(
      table(
        "affiliate_tax_standing",
        `"affiliate_id" text not null, "backup_withholding" boolean not null default false, "reason" text null`
      )
    )
    this.addSql(
      index(
        "IDX_affiliate_tax_standing_affiliate_unique",
        "affiliate_tax_standing",
        `"affiliate_id"`,
        true
      )
    )
    this.addSql(
      table(
        "affiliate_tax_threshold",
        `"year" integer not null, "amount" numeric not null check ("amount" > 0), "gate" boolean not null default true, "raw_amount" jsonb not null generated always as (('{"value": "' || "amount"::text || '", "precision": 20}')::jsonb) stored`
      )
    )
    this.addSql(
      index(
        "IDX_affiliate_tax_threshold_year_unique",
        "affiliate_tax_threshold",
        `"year"`,
        true
      )
    )
    this.record()
    this.keepAsTheyAre()
  }

  override async down(): Promise<void> {
    for (const name of TABLES) {
      this.addSql(`drop table if exists "${name}" cascade;`)
    }
    this.addSql(`drop function if exists "affiliate_refuse_tax_rewriting"();`)
    this.addSql(`drop function if exists "affiliate_refuse_reissuing"();`)
  }

  private record(): void {
    for (const [name, { affiliate, secret }] of Object.entries(RECORDED)) {
      for (const operation of OPERATIONS) {
        this.addSql(
          `create trigger "${name}_record_${operation}" after ${operation} on "${name}"
           for each row execute function "affiliate_record_change"('${affiliate}', '${[...NOISE, ...secret].join(",")}');`
        )
      }
    }
  }

  private keepAsTheyAre(): void {
    this.addSql(
      `create function "affiliate_refuse_tax_rewriting"() returns trigger language plpgsql as $$
       begin
         if tg_op = 'UPDATE' and current_setting('affiliate.erasing', true) = 'on' then
           return new;
         end if;
         raise exception '% is append-only: % is refused', tg_table_name, tg_op;
       end $$;`
    )
    this.addSql(
      `create trigger "affiliate_tax_look_append_only" before update or delete on "affiliate_tax_look"
       for each row execute function "affiliate_refuse_tax_rewriting"();
       create trigger "affiliate_tax_look_no_truncate" before truncate on "affiliate_tax_look"
       for each statement execute function "affiliate_refuse_tax_rewriting"();`
    )
    // Encrypting it anew is the one thing that changes a row, and nothing that it says.
    this.addSql(
      `create function "affiliate_refuse_reissuing"() returns trigger language plpgsql as $$
       begin
         if tg_op = 'UPDATE' and to_jsonb(old) - 'details' = to_jsonb(new) - 'details' then
           return new;
         end if;
         raise exception 'affiliate_tax_document is issued once: % is refused', tg_op;
       end $$;`
    )
    this.addSql(
      `create trigger "affiliate_tax_document_issued_once" before update or delete on "affiliate_tax_document"
       for each row execute function "affiliate_refuse_reissuing"();
       create trigger "affiliate_tax_document_no_truncate" before truncate on "affiliate_tax_document"
       for each statement execute function "affiliate_refuse_reissuing"();`
    )
  }
}
