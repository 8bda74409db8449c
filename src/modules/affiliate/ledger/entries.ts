import { generateEntityId } from "@medusajs/framework/utils"

import { toAmount, toDecimal } from "../domain/money"
import {
  Account,
  AccountSums,
  CommissionStatus,
  Movement,
  noMoney,
  statusOf,
  totalOf,
} from "../domain/posting"
import { addToBalances, BalanceKey } from "./balances"
import { rowsOf, Trx } from "./transaction"

/** A movement with whose money it is and the fact it comes from. */
export interface Posting extends BalanceKey, Movement {
  commission_id: string
  /** Unique for ever: one posting per fact. */
  source_key: string
}

/**
 * Names the fact behind a movement. `fact` says what happened and to what, for
 * example `adjust:affcom_1:3`; account and payout tell its movements apart.
 */
export const sourceKey = (
  fact: string,
  { account, payout_id }: Pick<Movement, "account" | "payout_id">
): string => [fact, account, payout_id].filter(Boolean).join(":")

/**
 * Appends entries and moves the balances with them, the only way money moves.
 * The balances must have been locked by the caller. A source key that was
 * posted before fails the transaction.
 */
export const post = async (trx: Trx, postings: Posting[]): Promise<void> => {
  const entries = postings.filter((posting) => !posting.amount.isZero())
  if (!entries.length) {
    return
  }
  await trx.raw(
    `INSERT INTO affiliate_entry
            (id, affiliate_id, currency_code, account, amount, type,
             commission_id, payout_id, source_key)
     SELECT * FROM unnest(:ids::text[], :affiliates::text[], :currencies::text[],
            :accounts::text[], :amounts::numeric[], :types::text[],
            :commissions::text[], :payouts::text[], :sources::text[])`,
    {
      ids: entries.map(() => generateEntityId(undefined, "affent")),
      affiliates: entries.map((entry) => entry.affiliate_id),
      currencies: entries.map((entry) => entry.currency_code),
      accounts: entries.map((entry) => entry.account),
      amounts: entries.map((entry) => toDecimal(entry.amount)),
      types: entries.map((entry) => entry.type),
      commissions: entries.map((entry) => entry.commission_id),
      payouts: entries.map((entry) => entry.payout_id),
      sources: entries.map((entry) => entry.source_key),
    }
  )
  await addToBalances(trx, entries)
}

/** Where each commission's money stands, summed from the ledger. */
export const sumsOfCommissions = async (
  trx: Trx,
  commission_ids: string[]
): Promise<Map<string, AccountSums>> => {
  const sums = new Map(commission_ids.map((id) => [id, noMoney()]))
  const rows = await rowsOf<{
    commission_id: string
    account: Account
    amount: string
  }>(
    trx,
    `SELECT commission_id, account, sum(amount)::text AS amount
       FROM affiliate_entry
      WHERE commission_id = ANY(:commission_ids) AND deleted_at IS NULL
      GROUP BY commission_id, account`,
    { commission_ids }
  )
  for (const row of rows) {
    sums.get(row.commission_id)![row.account] = toAmount(row.amount)
  }
  return sums
}

/**
 * Brings the commissions' own columns in line with their entries: `amount`
 * and `status` are projections of the ledger, never the other way round.
 *
 * @returns the status of each
 */
export const refreshCommissions = async (
  trx: Trx,
  commission_ids: string[]
): Promise<Map<string, CommissionStatus>> => {
  const ids = [...new Set(commission_ids)].sort()
  const statuses = new Map<string, CommissionStatus>()
  if (!ids.length) {
    return statuses
  }
  const sums = await sumsOfCommissions(trx, ids)
  const released = await rowsOf<{ id: string; released: boolean }>(
    trx,
    `SELECT id, released_at IS NOT NULL AS released
       FROM affiliate_commission WHERE id = ANY(:ids) ORDER BY id`,
    { ids }
  )
  for (const row of released) {
    statuses.set(row.id, statusOf(sums.get(row.id)!, row.released))
  }
  await trx.raw(
    `UPDATE affiliate_commission c
        SET amount = d.amount, status = d.status, updated_at = now()
       FROM unnest(:ids::text[], :amounts::numeric[], :statuses::text[])
            AS d (id, amount, status)
      WHERE c.id = d.id
        AND (c.amount <> d.amount OR c.status <> d.status)`,
    {
      ids,
      amounts: ids.map((id) => toDecimal(totalOf(sums.get(id)!))),
      statuses: ids.map((id) => statuses.get(id)!),
    }
  )
  return statuses
}
