import { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"

import { plain } from "../../utils/plain"
import { withEntriesInOrder } from "../../utils/commission-parts"
import {
  adminCommissionFields,
  adminCommissionPartFields,
} from "../affiliate-commissions/query-config"
import { adminAffiliateOrderFields } from "./query-config"

/** The customer's lasting bond, by customer or by e-mail. */
const retrieveBond = async (
  container: MedusaContainer,
  buyer: { customer_id: string | null; email_normalized: string | null }
) => {
  const keys: Record<string, string>[] = []
  if (buyer.customer_id) {
    keys.push({ customer_id: buyer.customer_id })
  }
  if (buyer.email_normalized) {
    keys.push({ email_normalized: buyer.email_normalized })
  }
  if (!keys.length) {
    return null
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "affiliate_attribution",
    fields: [
      "affiliate_id",
      "affiliate.name",
      "order_id",
      "starts_at",
      "ends_at",
    ],
    filters: { $or: keys },
    pagination: { take: 1, order: { starts_at: "ASC" } },
  })
  return data[0] ?? null
}

/**
 * The verdict on an order with its trace, terms and commissions.
 *
 * @throws not_found when the order was never judged
 */
export const retrieveAffiliateOrder = async (
  container: MedusaContainer,
  order_id: string
) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "affiliate_conversion",
    fields: [
      ...adminAffiliateOrderFields,
      "email_normalized",
      "trace",
      "terms",
      ...[...adminCommissionFields, ...adminCommissionPartFields].map(
        (field) => `commissions.${field}`
      ),
    ],
    filters: { order_id },
  })
  const [conversion] = data
  if (!conversion) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order ${order_id} has no affiliate verdict`
    )
  }
  const { email_normalized, ...shown } = conversion
  const commissions = [...(shown.commissions ?? [])]
    .sort(
      (a, b) => a!.level - b!.level || Number(b!.amount) - Number(a!.amount)
    )
    .map((commission) => withEntriesInOrder(commission!))
  return plain({
    ...shown,
    commissions,
    canceled: conversion.canceled_at !== null,
    attribution: await retrieveBond(container, {
      customer_id: conversion.customer_id,
      email_normalized,
    }),
  })
}
