import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/** Puts beside each version how many affiliates accepted it. */
export const withAcceptances = async <Agreement extends { id: string }>(
  container: MedusaContainer,
  agreements: Agreement[]
): Promise<(Agreement & { acceptances: number })[]> => {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const counts = await service.countAcceptances(agreements.map(({ id }) => id))
  return agreements.map((agreement) => ({
    ...agreement,
    acceptances: counts.get(agreement.id) ?? 0,
  }))
}

/** @throws not_found */
export const retrieveAgreement = async (
  container: MedusaContainer,
  id: string,
  fields: string[]
) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph(
    {
      entity: "affiliate_agreement",
      fields: [...new Set([...fields, "id"])],
      filters: { id },
    },
    { throwIfKeyNotFound: true }
  )
  const [agreement] = await withAcceptances(container, data)
  return agreement
}
