import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import type { ClickPlace } from "../../../modules/affiliate/sql/erasure-pages"

const CLICKS_PAGE = 5_000
/** Orders in one transaction, each locked against its reconcile. */
const ORDERS_PAGE = 200

/** Takes an erased affiliate out of clicks and traces, page by page; repeated, it changes nothing. */
export const scrubBooksStep = createStep(
  "affiliate-scrub-books-step",
  async ({ affiliate_id }: { affiliate_id: string }, { container }) => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    let click: ClickPlace = null
    do {
      click = await service.scrubClicks({
        affiliate_id,
        after: click,
        limit: CLICKS_PAGE,
      })
    } while (click)
    let order: string | null = ""
    while (order !== null) {
      order = await service.scrubTraces({
        affiliate_id,
        after: order,
        limit: ORDERS_PAGE,
      })
    }
    return new StepResponse(null)
  }
)
