import { knex, type Knex } from "@medusajs/framework/mikro-orm/knex"

import { createTestDatabase } from "../../integration-tests/harness/database"

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
 * with the accrual entry, the line and the balances that go with them.
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
    `INSERT INTO affiliate_commission
            (id, affiliate_id, program_id, level, kind, currency_code, amount,
             original_amount, status, available_at, payable)
     SELECT 'affcom_' || n, 'aff_' || (n % :affiliates + 1), 'affprog_default', 1,
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
    `INSERT INTO affiliate_balance (id, affiliate_id, currency_code, pending)
     SELECT 'affbal_' || affiliate_id, affiliate_id, 'usd', sum(amount)
       FROM affiliate_commission GROUP BY affiliate_id`
  )
  await knex.raw(
    "VACUUM ANALYZE affiliate_commission, affiliate_entry, affiliate_balance"
  )
}
