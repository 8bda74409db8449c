import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { plain } from "../../utils/plain"

/** @throws not_found */
export const retrieveTier = async (
  container: MedusaContainer,
  id: string,
  fields: string[]
) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const {
    data: [tier],
  } = await query.graph(
    { entity: "affiliate_tier", fields, filters: { id } },
    { throwIfKeyNotFound: true }
  )
  return plain(tier)
}
