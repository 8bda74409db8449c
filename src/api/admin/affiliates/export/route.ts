import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { stringify } from "csv-stringify/sync"

import { plain } from "../../../utils/plain"
import { searchFilter } from "../../../utils/list-params"
import { codesInOrder } from "../helpers"
import { AFFILIATE_COLUMNS } from "../import/validators"
import { AdminExportAffiliatesParamsType } from "../validators"

/** How many are read at a time; the file has no end of its own. */
const PAGE = 500

const FIELDS = [
  "id",
  "name",
  "email",
  "status",
  "parent_id",
  "country_code",
  "website",
  "commission_percent",
  "program.handle",
  "tier.name",
  "codes.code",
  "codes.discount_percent",
  "codes.retired_at",
  "codes.created_at",
]

/**
 * The affiliates that match, as a CSV that an import takes. Cells that a spreadsheet would take for a formula begin
 * with an apostrophe. Written page by page, however many there are.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminExportAffiliatesParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const { q, ...filters } = req.filterableFields
  res.setHeader("content-type", "text/csv; charset=utf-8")
  res.setHeader("content-disposition", 'attachment; filename="affiliates.csv"')
  res.setHeader("cache-control", "no-store")
  let after: string | null = ""
  let header = true
  while (after !== null && !res.destroyed) {
    const page: ExportPage = await readPage(req, after, {
      $and: [filters, searchFilter(q, ["name", "email", "codes.code"])],
    })
    res.write(
      stringify(page.rows, {
        header,
        columns: [...AFFILIATE_COLUMNS],
        escape_formulas: true,
      })
    )
    header = false
    after = page.next
  }
  res.end()
}

interface ExportPage {
  rows: Record<string, unknown>[]
  /** The id to go on after; `null` = that was all. */
  next: string | null
}

interface ExportedCode {
  code?: string
  discount_percent?: number | null
  created_at?: Date | string
  retired_at?: Date | string | null
}

const readPage = async (
  req: AuthenticatedMedusaRequest<unknown, AdminExportAffiliatesParamsType>,
  after: string,
  matching: { $and: Record<string, unknown>[] }
): Promise<ExportPage> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "affiliate",
    fields: FIELDS,
    filters: { $and: [{ id: { $gt: after } }, ...matching.$and] },
    pagination: { take: PAGE, order: { id: "ASC" } },
  })
  const { data: parents } = await query.graph({
    entity: "affiliate",
    fields: ["id", "email"],
    filters: { id: data.flatMap(({ parent_id }) => parent_id ?? []) },
  })
  const emailOf = new Map(parents.map(({ id, email }) => [id, email]))
  return {
    rows: data.map(plain).map((affiliate) => {
      const [code] = codesInOrder<ExportedCode>(affiliate.codes ?? []).filter(
        (one) => !one.retired_at
      )
      return {
        ...affiliate,
        code: code?.code,
        discount_percent: code?.discount_percent,
        program: affiliate.program?.handle,
        tier: affiliate.tier?.name,
        parent_email: affiliate.parent_id && emailOf.get(affiliate.parent_id),
      }
    }),
    next: data.length === PAGE ? data[data.length - 1].id : null,
  }
}
