import type { Store } from "../harness"
import { SecretBox } from "../../src/modules/affiliate/secrets"
import { WITH_ENCRYPTION } from "./encryption"

/**
 * Writes affiliates with 10 available each into a program, past the routes:
 * many, in little time. Each has a good account at the sandbox.
 *
 * @param options.first their numbers go up from it; nobody has two
 */
export async function seedPayees(
  { database }: Pick<Store, "database">,
  program_id: string,
  count: number,
  { first = 1 }: { first?: number } = {}
): Promise<void> {
  const last = first + count - 1
  const secrets = new SecretBox(WITH_ENCRYPTION.AFFILIATE_ENCRYPTION_KEY)
  await database.sql(
    `INSERT INTO affiliate (id, name, email, email_normalized, status, program_id)
     SELECT 'aff_many_' || n, 'Affiliate ' || n, n || '@many.example.com', n || '@many.example.com', 'approved', $1
       FROM generate_series($2::int, $3::int) AS n`,
    [program_id, first, last]
  )
  const methods = Array.from({ length: count }, (_, index) => {
    const id = `affmeth_many_${first + index}`
    const details = secrets.seal(JSON.stringify({ account: "good" }), id)
    return { id, affiliate_id: `aff_many_${first + index}`, details }
  })
  await database.sql(
    `INSERT INTO affiliate_payout_method (id, affiliate_id, provider, details, details_masked)
     SELECT id, affiliate_id, 'sandbox', details, '{"account": "good"}'
       FROM jsonb_to_recordset($1::jsonb) AS m (id text, affiliate_id text, details text)`,
    [JSON.stringify(methods)]
  )
  await database.sql(
    `INSERT INTO affiliate_commission
            (id, affiliate_id, program_id, kind, currency_code, amount, original_amount,
             status, available_at, released_at, payable, reason)
     SELECT 'affcom_many_' || n, 'aff_many_' || n, $1, 'adjustment', 'usd', 10, 10,
            'available', now(), now(), true, 'for the test'
       FROM generate_series($2::int, $3::int) AS n`,
    [program_id, first, last]
  )
  await database.sql(
    `INSERT INTO affiliate_entry
            (id, affiliate_id, currency_code, account, amount, type, commission_id, source_key)
     SELECT 'affent_many_' || n, 'aff_many_' || n, 'usd', 'available', 10, 'manual_adjustment',
            'affcom_many_' || n, 'manual_adjustment:affcom_many_' || n || ':available'
       FROM generate_series($1::int, $2::int) AS n`,
    [first, last]
  )
  await database.sql(
    `INSERT INTO affiliate_balance (id, affiliate_id, currency_code, available)
     SELECT 'affbal_many_' || n, 'aff_many_' || n, 'usd', 10
       FROM generate_series($1::int, $2::int) AS n`,
    [first, last]
  )
  await database.sql(
    `ANALYZE affiliate; ANALYZE affiliate_entry; ANALYZE affiliate_balance; ANALYZE affiliate_commission`
  )
}
