import { Trx } from "../ledger/transaction"

/**
 * Serialises everything that is posted for one order, and the verdicts on one
 * buyer's orders, until the transaction ends. Taken before the balances.
 */
export const lockOrder = async (
  trx: Trx,
  order: { order_id: string; customer_id: string | null; email: string | null }
): Promise<void> => {
  await lock(trx, `affiliate:order:${order.order_id}`)
  const buyers = [
    order.customer_id && `affiliate:buyer:${order.customer_id}`,
    order.email && `affiliate:buyer:${order.email}`,
  ].filter((key): key is string => Boolean(key))
  for (const key of buyers.sort()) {
    await lock(trx, key)
  }
}

const lock = async (trx: Trx, key: string): Promise<void> => {
  await trx.raw("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))", {
    key,
  })
}
