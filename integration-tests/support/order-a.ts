import { buy, capture, lineOf, readOrder, type Store } from "../harness"
import {
  addAffiliate,
  addProgram,
  type AddedAffiliate,
  type AffiliateFields,
  type ProgramFields,
} from "./programs"
import { untilReconciled } from "./verdicts"

export type OrderA = {
  id: string
  /** Id of the line of 2 Shirts. */
  shirts: string
  /** Id of the line of 1 Mug. */
  mug: string
  affiliate: AddedAffiliate
}

/**
 * Order A of the worked examples: 2 Shirts at 100 and a Mug at 20 with a code
 * that gives 10 % off, 10 % tax added, shipping 10: 228.80 in all, captured. Its
 * program pays 20 % unless said otherwise. The affiliate is credited.
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
  const { shop } = store
  const affiliate = await addAffiliate(store, {
    program_id: fields.program_id ?? (await addProgram(store, program)),
    discount_percent: 10,
    ...fields,
  })
  const { id } = await buy(shop, {
    items: [{ ware: shop.shirt, quantity: 2 }, { ware: shop.mug }],
    code: affiliate.code,
  })
  if (captured) await capture(shop, id)
  const order = await readOrder(shop, id)
  expect(order.total).toBe(228.8)
  await untilReconciled(store, id)
  return {
    id,
    shirts: lineOf(order, "Shirt").id,
    mug: lineOf(order, "Mug").id,
    affiliate,
  }
}
