import { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"

import { plain } from "../../../../utils/plain"

/** @throws not_found, also for another affiliate's contract */
export const retrieveContract = async (
  container: MedusaContainer,
  filters: { id: string; affiliate_id: string },
  fields: string[]
) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const {
    data: [contract],
  } = await query.graph({ entity: "affiliate_contract", fields, filters })
  if (!contract) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `The affiliate ${filters.affiliate_id} has no contract ${filters.id}`
    )
  }
  return plain(contract)
}
