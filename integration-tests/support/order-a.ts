import type { Store } from "../harness"
import {
  addAffiliate,
  addProgram,
  type AddedAffiliate,
  type AffiliateFields,
  type ProgramFields,
} from "../harness/affiliates"
import { buyOrderA, type BoughtOrderA } from "../worked-examples/order-a"
import { untilReconciled } from "./verdicts"

export type OrderA = BoughtOrderA & { affiliate: AddedAffiliate }

/**
 * Order A of the worked examples, captured unless told not to, by the code of
 * an affiliate of its own. The program pays 20 % unless said otherwise. The
 * affiliate is credited.
 */
export async function placeOrderA(
  store: Store,
  {
    program = {},
    affiliate: fields = {},
    captured = true,
  }: {
    program?: ProgramFields
    affiliate?: AffiliateFields
    captured?: boolean
  } = {}
): Promise<OrderA> {
  const affiliate = await addAffiliate(store, {
    program_id: fields.program_id ?? (await addProgram(store, program)),
    discount_percent: 10,
    ...fields,
  })
  const order = await buyOrderA(store.shop, affiliate.code, { captured })
  await untilReconciled(store, order.id)
  return { ...order, affiliate }
}
