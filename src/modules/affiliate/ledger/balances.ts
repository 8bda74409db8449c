import { generateEntityId } from "@medusajs/framework/utils"

import { Amount, toAmount, toDecimal } from "../domain/money"
import { Account, ACCOUNTS, AccountSums } from "../domain/posting"
import { rowsOf, Trx } from "./transaction"

/** One affiliate's money in one currency: the unit of locking. */
export interface BalanceKey {
  affiliate_id: string
  currency_code: string
}

export interface Balance extends BalanceKey {
  id: string
  sums: AccountSums
}

interface BalanceRow extends BalanceKey {
  id: string
  pending: string
  available: string
  requested: string
  paid: string
}

const keyOf = ({ affiliate_id, currency_code }: BalanceKey): string =>
  `${affiliate_id}:${currency_code}`

const distinct = (keys: BalanceKey[]): BalanceKey[] => {
  const byKey = new Map(keys.map((key) => [keyOf(key), key]))
  return [...byKey.keys()].sort().map((key) => byKey.get(key)!)
}

const toBalance = (row: BalanceRow): Balance => ({
  id: row.id,
  affiliate_id: row.affiliate_id,
  currency_code: row.currency_code,
  sums: {
    pending: toAmount(row.pending),
    available: toAmount(row.available),
    requested: toAmount(row.requested),
    paid: toAmount(row.paid),
  },
})

/**
 * Makes the missing balances and locks them all, in sorted order, before
 * anything else is read. `FOR NO KEY UPDATE`, because entries reference rows
 * that reference these: a plain `FOR UPDATE` was seen to deadlock.
 */
export const lockBalances = async (
  trx: Trx,
  keys: BalanceKey[]
): Promise<Map<string, Balance>> => {
  const wanted = distinct(keys)
  if (!wanted.length) {
    return new Map()
  }
  const bindings = {
    ids: wanted.map(() => generateEntityId(undefined, "affbal")),
    affiliates: wanted.map((key) => key.affiliate_id),
    currencies: wanted.map((key) => key.currency_code),
  }
  await trx.raw(
    `INSERT INTO affiliate_balance (id, affiliate_id, currency_code)
     SELECT * FROM unnest(:ids::text[], :affiliates::text[], :currencies::text[])
     ON CONFLICT (affiliate_id, currency_code) WHERE deleted_at IS NULL DO NOTHING`,
    bindings
  )
  const rows = await rowsOf<BalanceRow>(
    trx,
    `SELECT id, affiliate_id, currency_code,
            pending::text, available::text, requested::text, paid::text
       FROM affiliate_balance
      WHERE (affiliate_id, currency_code) IN
            (SELECT * FROM unnest(:affiliates::text[], :currencies::text[]))
        AND deleted_at IS NULL
      ORDER BY affiliate_id, currency_code
        FOR NO KEY UPDATE`,
    bindings
  )
  return new Map(rows.map((row) => [keyOf(row), toBalance(row)]))
}

export const balanceIn = (
  balances: Map<string, Balance>,
  key: BalanceKey
): Balance => {
  const balance = balances.get(keyOf(key))
  if (!balance) {
    throw new Error(`Balance ${keyOf(key)} was not locked`)
  }
  return balance
}

/** Adds signed amounts to locked balances; the table's checks hold the floor. */
export const addToBalances = async (
  trx: Trx,
  changes: (BalanceKey & { account: Account; amount: Amount })[]
): Promise<void> => {
  const totals = new Map<string, BalanceKey & { sums: AccountSums }>()
  for (const change of changes) {
    const total = totals.get(keyOf(change)) ?? {
      affiliate_id: change.affiliate_id,
      currency_code: change.currency_code,
      sums: {
        pending: toAmount(0),
        available: toAmount(0),
        requested: toAmount(0),
        paid: toAmount(0),
      },
    }
    total.sums[change.account] = total.sums[change.account].plus(change.amount)
    totals.set(keyOf(change), total)
  }
  const rows = [...totals.values()]
  if (!rows.length) {
    return
  }
  await trx.raw(
    `UPDATE affiliate_balance b
        SET ${ACCOUNTS.map((account) => `${account} = b.${account} + d.${account}`).join(", ")},
            updated_at = now()
       FROM unnest(:affiliates::text[], :currencies::text[],
                   ${ACCOUNTS.map((account) => `:${account}::numeric[]`).join(", ")})
            AS d (affiliate_id, currency_code, ${ACCOUNTS.join(", ")})
      WHERE b.affiliate_id = d.affiliate_id
        AND b.currency_code = d.currency_code
        AND b.deleted_at IS NULL`,
    {
      affiliates: rows.map((row) => row.affiliate_id),
      currencies: rows.map((row) => row.currency_code),
      ...Object.fromEntries(
        ACCOUNTS.map((account) => [
          account,
          rows.map((row) => toDecimal(row.sums[account])),
        ])
      ),
    }
  )
}
