import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** The part of one commission inside a payout; negative where a debt is netted. */
export interface PayoutItem {
  id: string
  commission_id: string
  amount: number
  /** How much of it came back after it was paid. */
  returned_amount: number
}

/** The fields that {@link withCommissions} needs of a payout. */
export const payoutItemFields = [
  "items.id",
  "items.commission_id",
  "items.amount",
  "items.returned_amount",
]

/**
 * Puts beside each part of a payout the commission it is of.
 *
 * @param fields of the commission
 */
export const withCommissions = async (
  container: MedusaContainer,
  items: PayoutItem[],
  fields: string[]
) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "affiliate_commission",
    fields: ["id", ...fields],
    filters: { id: items.map((item) => item.commission_id) },
  })
  const commissionOf = new Map(
    data.map(({ id, ...commission }: { id: string }) => [id, commission])
  )
  return items.map((item) => ({
    ...item,
    commission: commissionOf.get(item.commission_id),
  }))
}
