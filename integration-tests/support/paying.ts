import type { Line, Store } from "../harness"
import { sellByCode } from "../harness/affiliates"
import { untilReconciled } from "./verdicts"

export {
  payOut,
  putBankOnFile,
  release,
  requestPayout,
} from "../harness/affiliates/payouts"

/**
 * Somebody buys by an affiliate's code and pays at once.
 *
 * @returns the order's id, when the ledger follows all of that
 */
export async function sell(
  store: Store,
  code: string,
  items: Line[] = [{ ware: store.shop.shirt }]
): Promise<string> {
  const id = await sellByCode(store.shop, code, items)
  await untilReconciled(store, id)
  return id
}
