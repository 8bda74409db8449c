import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What nobody asks for in a history: it follows from the rest, or changes with every write. */
const NOISE = ["created_at", "updated_at", "email_normalized", "status_history"]

interface Recorded {
  /** Column with the id of the affiliate that a row concerns. */
  affiliate?: string
  /** Columns whose values are secret, beside the noise. */
  secret?: string[]
  /** Which new rows are recorded; all when missing. */
  inserts?: string
  /** Which changes of a row are recorded; all when missing. */
  updates?: string
}

/**
 * The tables whose changes are kept. The ledger is its own record: of
 * commissions only what a person does is kept here, because jobs change
 * millions of them.
 */
const RECORDED: Record<string, Recorded> = {
  affiliate: { affiliate: "id" },
  affiliate_agreement: {},
  affiliate_agreement_acceptance: {
    affiliate: "affiliate_id",
    secret: ["address_hash"],
  },
  affiliate_code: { affiliate: "affiliate_id", secret: ["code_key"] },
  affiliate_commission: {
    affiliate: "affiliate_id",
    inserts: "new.kind in ('adjustment', 'bonus')",
    updates: `old.held is distinct from new.held
      or old.hold_reason is distinct from new.hold_reason`,
  },
  affiliate_contract: { affiliate: "affiliate_id" },
  affiliate_conversion: {
    affiliate: "affiliate_id",
    secret: ["trace", "terms", "order_stamp", "reconciled_at"],
    inserts: "new.source = 'manual' or new.note is not null",
    updates: `old.affiliate_id is distinct from new.affiliate_id
      or old.note is distinct from new.note`,
  },
  affiliate_creative: {},
  affiliate_identity_document: { affiliate: "affiliate_id" },
  affiliate_invitation: {
    affiliate: "affiliate_id",
    // Tries are noise: what they led to is kept.
    secret: ["token_hash", "token_seed", "notify_attempts", "notify_after"],
  },
  affiliate_payout: {
    affiliate: "affiliate_id",
    // Asking is noise: what it led to is kept.
    secret: ["destination", "look_up_after", "look_ups", "look_up_error"],
  },
  affiliate_payout_method: { affiliate: "affiliate_id", secret: ["details"] },
  // It follows from the schedule, and moves on by itself.
  affiliate_program: { secret: ["payout_schedule_next_at"] },
  affiliate_rule: {},
  affiliate_rule_version: {},
  affiliate_tier: {},
}

const OPERATIONS = ["insert", "update", "delete"] as const

/**
 * Who changed what, when, from what to what: written by triggers, in the
 * transaction of the change; and how a row was at a moment, read back from it.
 */
export class Migration20261120102833 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create function "affiliate_record_change"() returns trigger language plpgsql as $$
       declare
         old_row jsonb := '{}';
         new_row jsonb := '{}';
         kept jsonb;
         diff jsonb;
       begin
         if tg_op <> 'INSERT' then old_row := to_jsonb(old); end if;
         if tg_op <> 'DELETE' then new_row := to_jsonb(new); end if;
         kept := case when tg_op = 'DELETE' then old_row else new_row end;
         select jsonb_object_agg(name, jsonb_build_object(
                  'from', coalesce(old_row -> name, 'null'),
                  'to', coalesce(new_row -> name, 'null')))
           into diff
           from jsonb_object_keys(kept) as name
          where name <> all (string_to_array(tg_argv[1], ','))
            and name not like 'raw\\_%'
            and coalesce(old_row -> name, 'null') <> coalesce(new_row -> name, 'null');
         if diff is null then return null; end if;
         insert into "affiliate_change"
                (id, entity, entity_id, affiliate_id, action, changes, actor_type, actor_id, at)
         values ('affchange_' || replace(gen_random_uuid()::text, '-', ''), tg_table_name,
                 kept ->> 'id', kept ->> nullif(tg_argv[0], ''),
                 case when tg_op = 'INSERT' then 'created'
                      when tg_op = 'DELETE' or (diff ? 'deleted_at' and new_row ->> 'deleted_at' is not null)
                      then 'deleted' else 'changed' end,
                 diff,
                 nullif(current_setting('affiliate.actor_type', true), ''),
                 nullif(current_setting('affiliate.actor_id', true), ''),
                 clock_timestamp());
         return null;
       end $$;`
    )
    for (const [table, recorded] of Object.entries(RECORDED)) {
      this.record(table, recorded)
    }
    this.addSql(
      `create function "affiliate_refuse_rewriting"() returns trigger language plpgsql as $$
       begin
         if tg_op = 'UPDATE' and current_setting('affiliate.erasing', true) = 'on' then
           return new;
         end if;
         raise exception 'affiliate_change is append-only: % is refused', tg_op;
       end $$;`
    )
    this.addSql(
      `create trigger "affiliate_change_append_only" before update or delete on "affiliate_change"
       for each row execute function "affiliate_refuse_rewriting"();`
    )
    this.addSql(
      `create trigger "affiliate_change_no_truncate" before truncate on "affiliate_change"
       for each statement execute function "affiliate_refuse_rewriting"();`
    )
    // The first change after the moment tells what was there until then.
    this.addSql(
      `create function "affiliate_as_of"(of_entity text, present jsonb, moment timestamptz)
       returns jsonb language sql stable as $$
         select present || coalesce(
           (select jsonb_object_agg(name, was) from (
              select distinct on (field.key) field.key as name, field.value -> 'from' as was
                from affiliate_change change, jsonb_each(change.changes) field
               where change.entity = of_entity and change.entity_id = present ->> 'id'
                 and change.at > moment and change.action <> 'created'
                 and change.deleted_at is null
               order by field.key, change.at) earliest), '{}')
       $$;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `drop function if exists "affiliate_as_of"(text, jsonb, timestamptz);`
    )
    this.addSql(
      `drop trigger if exists "affiliate_change_append_only" on "affiliate_change";
       drop trigger if exists "affiliate_change_no_truncate" on "affiliate_change";`
    )
    this.addSql(`drop function if exists "affiliate_refuse_rewriting"();`)
    for (const table of Object.keys(RECORDED)) {
      for (const operation of OPERATIONS) {
        this.addSql(
          `drop trigger if exists "${table}_record_${operation}" on "${table}";`
        )
      }
    }
    this.addSql(`drop function if exists "affiliate_record_change"();`)
  }

  private record(table: string, recorded: Recorded): void {
    const { affiliate = "", secret = [], inserts, updates } = recorded
    const conditions = { insert: inserts, update: updates, delete: undefined }
    for (const operation of OPERATIONS) {
      const condition = conditions[operation]
      this.addSql(
        `create trigger "${table}_record_${operation}" after ${operation} on "${table}"
         for each row ${condition ? `when (${condition})` : ""}
         execute function "affiliate_record_change"('${affiliate}', '${[...NOISE, ...secret].join(",")}');`
      )
    }
  }
}
