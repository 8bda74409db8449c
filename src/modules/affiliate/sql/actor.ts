import { currentActor } from "../actor"
import { Trx } from "../ledger/transaction"

/** Tells the database on whose behalf this transaction writes; its triggers record it. */
export const nameActor = async (trx: Trx): Promise<void> => {
  const actor = currentActor()
  if (actor) {
    await trx.raw(
      `SELECT set_config('affiliate.actor_type', :type, true),
              set_config('affiliate.actor_id', :id, true)`,
      { ...actor }
    )
  }
}
