import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import { masked } from "../../../modules/affiliate/domain/tax/foreign-tin"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { TaxReportRow } from "../../../modules/affiliate/service-layers/tax-report"
import { reportHeader, reportRows } from "./report-csv"
import { AdminGetTaxReportParamsType } from "./validators"

/** Rows that are held in memory at a time. */
const PAGE = 500
/** Currencies there are in the world, and more. */
const CURRENCIES_MAX = 1_000

const NOTE =
  "This is a report of what was paid, and no tax advice: have somebody who knows the law look at it before anything is filed."

/**
 * What every affiliate was paid in a calendar year (UTC), by currency: the form on file, whether a form 1099-NEC is due
 * and why, and what backup withholding would have come to. With `format=csv` all of it, written page by page.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminGetTaxReportParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const { format, limit, offset, ...asked } =
    req.validatedQuery as AdminGetTaxReportParamsType
  const year = asked.year ?? new Date().getUTCFullYear()
  res.setHeader("cache-control", "no-store")
  if (format === "json") {
    const { rows, threshold } = await service.taxReport({ year, limit, offset })
    res.json({
      tax_report: {
        year,
        threshold: threshold.amount.toNumber(),
        note: NOTE,
        rows: rows.map(rowAnswer),
        count: await service.countTaxReport(year),
        offset,
        limit,
      },
    })
    return
  }
  const digits = await digitsByCurrency(req)
  res.setHeader("content-type", "text/csv; charset=utf-8")
  res.setHeader(
    "content-disposition",
    `attachment; filename="affiliate-tax-report-${year}.csv"`
  )
  res.write(reportHeader())
  for (let at = 0; ; at += PAGE) {
    const { rows } = await service.taxReport({ year, limit: PAGE, offset: at })
    if (res.destroyed) {
      return
    }
    res.write(
      reportRows(year, rows, (currency_code) => digits.get(currency_code)!)
    )
    if (rows.length < PAGE) {
      break
    }
  }
  res.end()
}

const rowAnswer = ({
  paid,
  returned,
  net,
  backup_withholding_amount,
  tin_last_four,
  foreign_tin_last_four,
  ...row
}: TaxReportRow) => ({
  ...row,
  paid: paid.toNumber(),
  returned: returned.toNumber(),
  net: net.toNumber(),
  tin_masked: masked(tin_last_four),
  foreign_tin_masked: masked(foreign_tin_last_four),
  backup_withholding_amount: backup_withholding_amount.toNumber(),
})

const digitsByCurrency = async (
  req: AuthenticatedMedusaRequest
): Promise<Map<string, number>> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "currency",
    fields: ["code", "decimal_digits"],
    pagination: { take: CURRENCIES_MAX },
  })
  return new Map(data.map(({ code, decimal_digits }) => [code, decimal_digits]))
}
