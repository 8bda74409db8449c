import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** @throws not_found */
export const retrievePayoutNotice = async (
  container: MedusaContainer,
  id: string,
  fields: string[]
) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const {
    data: [notice],
  } = await query.graph(
    { entity: "affiliate_payout_notice", fields, filters: { id } },
    { throwIfKeyNotFound: true }
  )
  return notice
}
