import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../../../../modules/affiliate"
import type AffiliateModuleService from "../../../../../modules/affiliate/service"
import { reportCsv } from "./report-csv"

/** How many are read at a time; the file has no end of its own. */
const PAGE = 500

/** What became of each affiliate of the batch, as a CSV. Written page by page, however many there are. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const { id: batch_id } = req.params
  const { display_id, currency_code } =
    await service.retrieveAffiliatePayoutBatch(batch_id, {
      select: ["id", "display_id", "currency_code"],
    })
  const {
    data: [{ decimal_digits: digits }],
  } = await query.graph({
    entity: "currency",
    fields: ["code", "decimal_digits"],
    filters: { code: currency_code },
  })
  res.setHeader("content-type", "text/csv; charset=utf-8")
  res.setHeader(
    "content-disposition",
    `attachment; filename="affiliate-payout-batch-${display_id}.csv"`
  )
  res.setHeader("cache-control", "no-store")
  let after: string | null = ""
  let header = true
  while (after !== null && !res.destroyed) {
    const rows = await service.payoutBatchReport({
      batch_id,
      after,
      limit: PAGE,
    })
    res.write(reportCsv(rows, { digits, header }))
    header = false
    after = rows.length === PAGE ? rows[PAGE - 1].id : null
  }
  res.end()
}
