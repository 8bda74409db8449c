import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"

export interface IssuePayoutDocumentStepInput {
  payout_id: string
  /** Only that affiliate's payout. */
  affiliate_id?: string
}

/** Currencies there are in the world, and more. */
const CURRENCIES_MAX = 1_000

/** Nothing to undo: a number that was given is never taken back. */
export const issuePayoutDocumentStep = createStep(
  "affiliate-issue-payout-document",
  async (input: IssuePayoutDocumentStepInput, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const {
      data: [store],
    } = await query.graph({
      entity: "store",
      fields: ["name"],
      pagination: { take: 1 },
    })
    const { data: currencies } = await query.graph({
      entity: "currency",
      fields: ["code", "decimal_digits"],
      pagination: { take: CURRENCIES_MAX },
    })
    const issued = await service.issuePayoutDocument({
      ...input,
      store_name: store?.name ?? "Store",
      digits: Object.fromEntries(
        currencies.map(({ code, decimal_digits }) => [code, decimal_digits])
      ),
    })
    return new StepResponse(issued)
  }
)
