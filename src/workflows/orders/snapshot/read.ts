import { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"

import { OrderSnapshot } from "../../../modules/affiliate/domain/order-snapshot"
import { OrderFacts } from "../../../modules/affiliate/sql/order-facts"
import { readDigits } from "../../currencies/read-digits"
import { buildSnapshot } from "./build"
import { ORDER_FIELDS, RawOrder } from "./fields"
import { readClaims } from "./read-claims"

/**
 * Reads orders as they stand, with Medusa's own totals. Drafts are left out:
 * they are no sales yet.
 *
 * @param facts read before: whoever posts compares their stamps again
 */
export const readSnapshots = async (
  container: MedusaContainer,
  facts: OrderFacts[]
): Promise<OrderSnapshot[]> => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const ids = facts.map(({ order_id }) => order_id)
  const [{ data: found }, claims] = await Promise.all([
    query.graph({
      entity: "order",
      fields: ORDER_FIELDS,
      filters: { id: ids },
    }),
    readClaims(container, ids),
  ])
  // The generated types do not know of totals, which are computed on read.
  const orders = (found as unknown as RawOrder[]).filter(
    ({ is_draft_order }) => !is_draft_order
  )
  if (!orders.length) {
    return []
  }
  const codes = orders.map(({ currency_code }) => currency_code.toLowerCase())
  const digits = await readDigits(container, codes)
  const unknown = codes.find((code) => !digits.has(code))
  if (unknown) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Currency ${unknown} is not known to Medusa`
    )
  }
  const factsOf = new Map(facts.map((fact) => [fact.order_id, fact]))
  return orders.map((order) =>
    buildSnapshot(
      order,
      claims.filter(({ order_id }) => order_id === order.id),
      factsOf.get(order.id)!,
      digits.get(order.currency_code.toLowerCase())!
    )
  )
}
