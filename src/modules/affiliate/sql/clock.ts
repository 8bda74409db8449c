import { rowsOf, Trx } from "../ledger/transaction"

/**
 * The database's clock now, to the millisecond. Orders are stamped by it too, so that which came
 * first, an order or a change of status, does not depend on two clocks agreeing.
 */
export const databaseTime = async (trx: Trx): Promise<Date> => {
  const [row] = await rowsOf<{ now: Date }>(
    trx,
    "SELECT date_trunc('milliseconds', clock_timestamp()) AS now"
  )
  return row.now
}
