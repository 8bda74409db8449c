import { generateEntityId } from "@medusajs/framework/utils"

import { Amount, toAmount, toDecimal } from "../domain/money"
import { Grant } from "../domain/rules/grant"
import { rowsOf, Trx } from "../ledger/transaction"

/** What one cap per period is shared by: the unit of locking. */
export interface CapKey {
  rule_id: string
  affiliate_id: string
  currency_code: string
}

/** What an order has of a cap. */
export interface StoredGrant extends Grant {
  rule_id: string
  affiliate_id: string
  period_start: Date
}

/** Holds the caps until the transaction ends, in sorted order. Taken before the balances. */
export const lockCaps = async (trx: Trx, caps: CapKey[]): Promise<void> => {
  const keys = caps.map(
    ({ rule_id, affiliate_id, currency_code }) =>
      `affiliate:cap:${rule_id}:${affiliate_id}:${currency_code}`
  )
  for (const key of [...new Set(keys)].sort()) {
    await trx.raw("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))", {
      key,
    })
  }
}

/** What an order has of caps, whoever it was credited to. */
export const readGrants = async (
  trx: Trx,
  order_id: string
): Promise<StoredGrant[]> => {
  const rows = await rowsOf<{
    rule_id: string
    affiliate_id: string
    period_start: Date
    earned: string
    granted: string
  }>(
    trx,
    `SELECT rule_id, affiliate_id, period_start, earned::text, granted::text
       FROM affiliate_rule_grant
      WHERE order_id = :order_id AND deleted_at IS NULL`,
    { order_id }
  )
  return rows.map((row) => ({
    ...row,
    earned: toAmount(row.earned),
    granted: toAmount(row.granted),
  }))
}

/** What all other orders of a period have been granted of a cap. */
export const grantedToOthers = async (
  trx: Trx,
  key: CapKey & { period_start: Date; order_id: string }
): Promise<Amount> => {
  const [row] = await rowsOf<{ granted: string }>(
    trx,
    `SELECT coalesce(sum(granted), 0)::text AS granted
       FROM affiliate_rule_grant
      WHERE rule_id = :rule_id AND affiliate_id = :affiliate_id
        AND currency_code = :currency_code AND period_start = :period_start
        AND order_id <> :order_id AND deleted_at IS NULL`,
    { ...key }
  )
  return toAmount(row.granted)
}

/** Writes what an order has of a cap. The caller holds the cap. */
export const writeGrant = async (
  trx: Trx,
  key: CapKey & { period_start: Date; order_id: string },
  { earned, granted }: Grant
): Promise<void> => {
  await trx.raw(
    `INSERT INTO affiliate_rule_grant
            (id, rule_id, affiliate_id, order_id, currency_code, period_start,
             earned, granted)
     VALUES (:id, :rule_id, :affiliate_id, :order_id, :currency_code,
             :period_start, :earned, :granted)
     ON CONFLICT (order_id, rule_id, affiliate_id) WHERE deleted_at IS NULL
     DO UPDATE SET period_start = excluded.period_start,
                   earned = excluded.earned, granted = excluded.granted,
                   updated_at = now()`,
    {
      id: generateEntityId(undefined, "affgrant"),
      ...key,
      earned: toDecimal(earned),
      granted: toDecimal(granted),
    }
  )
}

/** Gives back what an order has of a cap: no line of it falls under the rule any more. */
export const freeGrant = async (
  trx: Trx,
  grant: { order_id: string; rule_id: string; affiliate_id: string }
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_rule_grant
        SET earned = 0, granted = 0, updated_at = now()
      WHERE order_id = :order_id AND rule_id = :rule_id
        AND affiliate_id = :affiliate_id AND deleted_at IS NULL
        AND earned <> 0`,
    { ...grant }
  )
}
