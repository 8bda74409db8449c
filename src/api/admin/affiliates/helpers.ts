import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { plain } from "../../utils/plain"

interface ListedCode {
  created_at?: Date | string
  retired_at?: Date | string | null
}

/** Codes that work first, each kind oldest first. */
export const codesInOrder = <Code extends ListedCode>(
  codes: Code[]
): Code[] => {
  const time = ({ created_at }: Code) => new Date(created_at ?? 0).getTime()
  return [...codes].sort(
    (a, b) =>
      Number(!!a.retired_at) - Number(!!b.retired_at) || time(a) - time(b)
  )
}

/** An affiliate as the routes answer it: plain numbers, codes in order. */
export const affiliateAnswer = <
  Affiliate extends { codes?: ListedCode[] | null },
>(
  affiliate: Affiliate
): Affiliate =>
  plain(
    affiliate.codes
      ? { ...affiliate, codes: codesInOrder(affiliate.codes) }
      : affiliate
  )

/**
 * An affiliate with parent, number of children, payout method (masked), milestones, and whether it has a login.
 *
 * @param fields of the affiliate itself
 * @throws not_found
 */
export const retrieveAffiliate = async (
  container: MedusaContainer,
  id: string,
  fields: string[]
) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
  const {
    data: [{ auth_identity_id, ...affiliate }],
  } = await query.graph(
    {
      entity: "affiliate",
      fields: [...new Set([...fields, "id", "parent_id", "auth_identity_id"])],
      filters: { id },
    },
    { throwIfKeyNotFound: true }
  )
  const [[parent], [, children_count], payout_method, { data: milestones }] =
    await Promise.all([
      affiliate.parent_id
        ? service.listAffiliates(
            { id: affiliate.parent_id },
            { select: ["id", "name"] }
          )
        : [],
      service.listAndCountAffiliates(
        { parent_id: id },
        { take: 1, select: ["id"] }
      ),
      service.payoutMethodOf(id),
      query.graph({
        entity: "affiliate_milestone",
        fields: [
          "id",
          "program_id",
          "currency_code",
          "threshold",
          "reached_at",
        ],
        filters: { affiliate_id: id },
        pagination: { order: { reached_at: "ASC" } },
      }),
    ])
  return {
    ...affiliateAnswer(affiliate),
    parent: parent ? { id: parent.id, name: parent.name } : null,
    children_count,
    has_login: !!auth_identity_id,
    payout_method,
    milestones: plain(milestones),
  }
}
