import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../../../../modules/affiliate"
import type AffiliateModuleService from "../../../../../modules/affiliate/service"

/** Looks at numbers that are told, newest first. */
const LOOKS_MAX = 100

/**
 * An affiliate's taxes as the merchant sees them: numbers masked, every version, and who looked at numbers in clear.
 *
 * @throws not_found
 */
export const readTaxes = async (
  container: MedusaContainer,
  affiliate_id: string
) => {
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const tax_profile = await service.taxProfileOf(affiliate_id)
  const standing = await service.taxStandingOf(affiliate_id)
  const { data: looks } = await query.graph({
    entity: "affiliate_tax_look",
    fields: [
      "id",
      "tax_form_id",
      "reason",
      "actor_type",
      "actor_id",
      "created_at",
    ],
    filters: { affiliate_id },
    pagination: { take: LOOKS_MAX, order: { created_at: "DESC", id: "DESC" } },
  })
  return {
    tax_form: tax_profile.tax_form,
    tax_profile: {
      ...tax_profile,
      backup_withholding_reason: standing.reason,
      backup_withholding_set_at: standing.set_at,
    },
    versions: await service.taxFormVersions(affiliate_id),
    looks,
  }
}
