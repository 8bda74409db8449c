import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import {
  RunningBalance,
  StatementRow,
} from "../../../modules/affiliate/domain/figures/movements"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { readDigits } from "../../../workflows/currencies/read-digits"
import { affiliateCurrency } from "../../utils/figures"
import { rowAnswer, standingAnswer } from "./answer"
import { statementRows } from "./rows"
import { closingCsv, openingCsv, rowsCsv } from "./statement-csv"
import { GetStatementParamsType } from "./validators"

/**
 * Every movement of the caller's money of some days in one currency, from what
 * the accounts held before to what they hold after. As a CSV it is written page
 * by page, however many rows there are; with `format=json` it answers a page of
 * them.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetStatementParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const affiliate_id = req.auth_context.actor_id
  const {
    format,
    limit,
    offset,
    currency_code: asked,
    ...ends
  } = req.validatedQuery as GetStatementParamsType
  const days = await service.figureDays(ends)
  const currency_code = await affiliateCurrency(
    req.scope,
    affiliate_id,
    days,
    asked
  )
  const money = { currency_code, digits: await digitsOf(req, currency_code) }
  const of = { affiliate_id, currency_code }
  const opening = await service.accountsBefore(of, days.from)
  const running = new RunningBalance(opening)
  const pages = statementRows(service, of, days, running)

  if (format === "json") {
    const rows: StatementRow[] = []
    let count = 0
    for await (const page of pages) {
      const first = Math.max(0, offset - count)
      rows.push(...page.slice(first, first + limit - rows.length))
      count += page.length
    }
    res.json({
      statement: {
        ...days,
        currency_code,
        opening: standingAnswer(opening),
        closing: standingAnswer(running.sums),
        rows: rows.map(rowAnswer),
        count,
        offset,
        limit,
      },
    })
    return
  }

  res.setHeader("content-type", "text/csv; charset=utf-8")
  res.setHeader(
    "content-disposition",
    `attachment; filename="statement-${days.from}-${days.to}-${currency_code}.csv"`
  )
  // Somebody's earnings: not for any cache.
  res.setHeader("cache-control", "no-store")
  res.write(openingCsv(days.from, opening, money))
  for await (const page of pages) {
    if (res.destroyed) {
      return
    }
    res.write(rowsCsv(page, money))
  }
  res.end(closingCsv(days.to, running.sums, money))
}

/** @throws invalid_data for a currency that Medusa does not know */
const digitsOf = async (
  req: AuthenticatedMedusaRequest,
  currency_code: string
): Promise<number> => {
  const [digits] = (await readDigits(req.scope, [currency_code])).values()
  if (digits === undefined) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Field 'currency_code' must be a currency of this store: ${currency_code} is none`
    )
  }
  return digits
}
