import type { Store } from "../harness"
import { giveMoney, makeAffiliate } from "./affiliates"
import { unique } from "./people"

type Columns = Record<string, unknown>

/** Rows written past the plugin, to see what the database itself lets in. */
export function rawRows(store: Store) {
  const { sql } = store.database

  /** Inserts a row of the columns that are given and an id; answers the id. */
  const insert = async (table: string, columns: Columns): Promise<string> => {
    const row = { id: unique("test_"), ...columns }
    const names = Object.keys(row)
    await sql(
      `INSERT INTO ${table} (${names.join(", ")})
       VALUES (${names.map((_, index) => `$${index + 1}`).join(", ")})`,
      Object.values(row)
    )
    return row.id
  }

  return {
    insert,

    /** An affiliate with 50.00 booked by hand: one commission, one entry. */
    earner: async () => {
      const { id } = await makeAffiliate(store)
      const commission_id = await giveMoney(store, id, 50)
      const [{ program_id }] = await sql<{ program_id: string }>(
        "SELECT program_id FROM affiliate WHERE id = $1",
        [id]
      )
      return { id, commission_id, program_id }
    },

    entryOf: (affiliate_id: string, more: Columns = {}) =>
      insert("affiliate_entry", {
        affiliate_id,
        currency_code: "usd",
        account: "pending",
        amount: 1,
        type: "accrue",
        source_key: unique("key"),
        ...more,
      }),

    commissionOf: (
      { id, program_id }: { id: string; program_id: string },
      more: Columns = {}
    ) =>
      insert("affiliate_commission", {
        affiliate_id: id,
        program_id,
        order_id: unique("order_"),
        level: 1,
        kind: "sale",
        currency_code: "usd",
        amount: 10,
        original_amount: 10,
        available_at: new Date(),
        ...more,
      }),

    conversionOf: (order_id: string, more: Columns = {}) =>
      insert("affiliate_conversion", {
        order_id,
        outcome: "none",
        reason: "no_touch",
        currency_code: "usd",
        trace: "[]",
        placed_at: new Date(),
        order_stamp: "",
        reconciled_at: new Date(),
        ...more,
      }),

    payoutOf: (affiliate_id: string, more: Columns = {}) =>
      insert("affiliate_payout", {
        affiliate_id,
        currency_code: "usd",
        provider: "manual",
        destination_masked: "{}",
        idempotency_key: unique("key"),
        amount: 10,
        ...more,
      }),
  }
}
