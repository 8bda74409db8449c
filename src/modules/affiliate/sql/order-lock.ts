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

/** Serialises with everything that is posted for these orders; who locks more, locks these first. */
export const lockOrders = async (
  trx: Trx,
  order_ids: string[]
): Promise<void> => {
  for (const order_id of [...order_ids].sort()) {
    await lock(trx, `affiliate:order:${order_id}`)
  }
}

/** Serialises with the verdicts on one buyer's orders. */
export const lockBuyer = async (
  trx: Trx,
  { customer_id, email }: { customer_id: string; email: string | null }
): Promise<void> => {
  const keys = [customer_id, ...(email ? [email] : [])]
  for (const key of keys.map((of) => `affiliate:buyer:${of}`).sort()) {
    await lock(trx, key)
  }
}

const lock = async (trx: Trx, key: string): Promise<void> => {
  await trx.raw("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))", {
    key,
  })
}
