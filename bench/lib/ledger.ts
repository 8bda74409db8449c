import { knex, type Knex } from "@medusajs/framework/mikro-orm/knex"

import { createTestDatabase } from "../../integration-tests/harness/database"
import { ORDER_STAMP } from "../../src/modules/affiliate/sql/order-facts"

/** A migrated database with a connection pool, for one claim. */
export interface BenchDatabase {
  knex: Knex
  close: () => Promise<void>
}

export const openDatabase = async (): Promise<BenchDatabase> => {
  const database = await createTestDatabase()
  const connection = knex({
    client: "pg",
    connection: database.url,
    pool: { min: 0, max: 8 },
  })
  return {
    knex: connection,
    close: async () => {
      await connection.destroy()
      await database.drop()
    },
  }
}

/**
 * Fills the ledger with pending commissions of USD 1.25, due since yesterday,
 * each of an order of its own that was captured, with the verdict, the line, the
 * accrual entry and the balances that go with them.
 *
 * @param affiliates over how many the commissions are spread
 */
export const seedDueCommissions = async (
  { knex }: BenchDatabase,
  commissions: number,
  affiliates: number
): Promise<void> => {
  await knex.raw(
    `INSERT INTO affiliate (id, name, email, email_normalized, status, program_id)
     SELECT 'aff_' || n, 'Affiliate ' || n, n || '@example.com', n || '@example.com',
            'approved', 'affprog_default'
       FROM generate_series(1, :affiliates) AS n`,
    { affiliates }
  )
  await knex.raw(
    `INSERT INTO "order" (id, currency_code, status)
     SELECT 'order_' || n, 'usd', 'completed' FROM generate_series(1, :commissions) AS n`,
    { commissions }
  )
  await knex.raw(
    `INSERT INTO order_transaction (id, order_id, amount, raw_amount, currency_code)
     SELECT 'ordtrx_' || n, 'order_' || n, 10, '{"value": "10"}', 'usd'
       FROM generate_series(1, :commissions) AS n`,
    { commissions }
  )
  await knex.raw(
    `INSERT INTO affiliate_conversion
            (id, order_id, outcome, reason, affiliate_id, program_id, source, currency_code,
             terms, trace, placed_at, paid, order_stamp, reconciled_at, commission_total)
     SELECT 'affconv_' || n, o.id, 'attributed', 'code', 'aff_' || (n % :affiliates + 1),
            'affprog_default', 'code', 'usd', '{}', '[]', o.created_at, true,
            ${ORDER_STAMP}, now(), 1.25
       FROM generate_series(1, :commissions) AS n JOIN "order" o ON o.id = 'order_' || n`,
    { commissions, affiliates }
  )
  await knex.raw(
    `INSERT INTO affiliate_commission
            (id, affiliate_id, conversion_id, order_id, program_id, level, kind, currency_code, amount,
             original_amount, status, available_at, payable)
     SELECT 'affcom_' || n, 'aff_' || (n % :affiliates + 1), 'affconv_' || n,
            'order_' || n, 'affprog_default', 1,
            'sale', 'usd', 1.25, 1.25, 'pending', now() - interval '1 day', true
       FROM generate_series(1, :commissions) AS n`,
    { commissions, affiliates }
  )
  await knex.raw(
    `INSERT INTO affiliate_entry
            (id, affiliate_id, currency_code, account, amount, type, commission_id, source_key)
     SELECT 'affent_' || id, affiliate_id, 'usd', 'pending', 1.25, 'accrue', id, 'order:' || id || ':1:pending'
       FROM affiliate_commission`
  )
  await knex.raw(
    `INSERT INTO affiliate_commission_line
            (id, commission_id, order_line_id, title, quantity, base, amount)
     SELECT 'affline_' || id, id, 'ordli_' || id, 'Mug', 1, 6.25, 1.25
       FROM affiliate_commission`
  )
  await knex.raw(
    `INSERT INTO affiliate_balance (id, affiliate_id, currency_code, pending)
     SELECT 'affbal_' || affiliate_id, affiliate_id, 'usd', sum(amount)
       FROM affiliate_commission GROUP BY affiliate_id`
  )
  await knex.raw(
    `VACUUM ANALYZE affiliate_commission, affiliate_commission_line, affiliate_entry,
                    affiliate_balance, affiliate_conversion, "order", order_transaction`
  )
}
