import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import { emailChoices } from "../../../modules/affiliate/domain/emails"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { affiliateAnswer } from "../../admin/affiliates/helpers"
import { tierStandingOf } from "./tier"

/** What an affiliate sees of itself; what the merchant keeps about it is not among it. */
const PROFILE_FIELDS = [
  "id",
  "name",
  "email",
  "status",
  "program.id",
  "program.name",
  "program.handle",
  "codes.id",
  "codes.code",
  "codes.discount_percent",
  "codes.retired_at",
  "codes.created_at",
  "customer_id",
  "website",
  "country_code",
  "emails_off",
  "agreement_version",
  "agreement_accepted_at",
  "created_at",
  "approved_at",
  "reapply_at",
]

/**
 * The profile, with the tier and the way to the next, the agreement accepted last and the one that payouts wait for,
 * which e-mails the affiliate wants, and whether the store has a way to send any.
 *
 * @throws not_found
 */
export const retrieveProfile = async (
  container: MedusaContainer,
  id: string
) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const {
    data: [{ emails_off, ...affiliate }],
  } = await query.graph(
    { entity: "affiliate", fields: PROFILE_FIELDS, filters: { id } },
    { throwIfKeyNotFound: true }
  )
  return {
    ...affiliateAnswer(affiliate),
    emails: emailChoices(emails_off),
    sends_emails: await service.canSendEmail(),
    tier: await tierStandingOf(container, id),
    agreement: await service.agreementStandingOf(id),
  }
}
