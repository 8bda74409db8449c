import { setTimeout as sleep } from "node:timers/promises"

import { Context } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** The open transaction that a ledger function runs its SQL in. */
export type Trx = Knex.Transaction

const ATTEMPTS_MAX = 5
const BACKOFF_MS = 15

/** serialization_failure, deadlock_detected, lock_not_available */
const RETRYABLE = new Set(["40001", "40P01", "55P03"])

/**
 * The order changed after it was read. Not repeated here: whoever read it has
 * to read it again.
 */
export class StaleStateError extends Error {}

const sqlState = (error: unknown): string | undefined => {
  let current = error
  for (let depth = 0; depth < 5 && current instanceof Error; depth++) {
    if ("code" in current && typeof current.code === "string") {
      return current.code
    }
    current = current.cause
  }
  return undefined
}

/**
 * Repeats a transaction that lost a deadlock or a lock, a bounded number of
 * times with jitter.
 *
 * @param run opens its own transaction each time it is called
 */
export const withRetry = async <T>(run: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run()
    } catch (error) {
      const retryable = RETRYABLE.has(sqlState(error) ?? "")
      if (!retryable || attempt === ATTEMPTS_MAX) {
        throw error
      }
      await sleep(BACKOFF_MS * attempt * (0.5 + Math.random()))
    }
  }
}

/**
 * The transaction of a method under `@InjectTransactionManager`. Money is
 * never touched outside one: a lock taken there would be gone at once.
 */
export const trxOf = (context: Context): Trx => {
  const manager = context.transactionManager as
    { getTransactionContext(): Trx | undefined } | undefined
  const trx = manager?.getTransactionContext()
  if (!trx) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "The affiliate ledger was called outside a transaction"
    )
  }
  return trx
}

/** The rows of a raw statement. */
export const rowsOf = async <Row>(
  trx: Knex,
  sql: string,
  bindings: Record<string, unknown> = {}
): Promise<Row[]> => {
  const result = await trx.raw<{ rows: Row[] }>(
    sql,
    bindings as Record<string, Knex.Value>
  )
  return result.rows
}
