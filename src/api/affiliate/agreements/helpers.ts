import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

/** What the answer needs of a version whatever fields were asked for. */
const KEY_FIELDS = ["id", "version"]

/**
 * Versions of the affiliate's program as the affiliate sees them, a page of
 * them: with when it accepted them, and whether its payouts wait for them.
 *
 * @throws not_found for an unknown affiliate
 */
export const listAgreements = async (
  container: MedusaContainer,
  affiliate_id: string,
  filters: Record<string, unknown>,
  { fields, pagination }: { fields: string[]; pagination: object }
) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const { program_id } = await service.retrieveAffiliate(affiliate_id, {
    select: ["program_id"],
  })
  const { data, metadata } = await query.graph({
    entity: "affiliate_agreement",
    filters: { ...filters, program_id },
    fields: [...new Set([...fields, ...KEY_FIELDS])],
    pagination,
  })
  const accepted = await service.acceptancesOf(
    affiliate_id,
    data.map(({ id }) => id)
  )
  const { due_version } = await service.agreementStandingOf(affiliate_id)
  return {
    agreements: data.map((agreement) => ({
      ...agreement,
      accepted_at: accepted.get(agreement.id) ?? null,
      due: agreement.version === due_version,
    })),
    due_version,
    metadata: metadata!,
  }
}
