import { z } from "@medusajs/framework/zod"

import { FIRST_YEAR, LAST_YEAR } from "../affiliate-tax-thresholds/validators"

const ROWS_MAX = 1_000
const ROWS_DEFAULT = 100

export const AdminGetTaxReportParams = z.strictObject({
  /** A calendar year in UTC; without it the current one. */
  year: z.coerce.number().int().min(FIRST_YEAR).max(LAST_YEAR).optional(),
  /** `csv` has every row; `json` a page of them. */
  format: z.enum(["json", "csv"]).default("json"),
  limit: z.coerce.number().int().min(1).max(ROWS_MAX).default(ROWS_DEFAULT),
  offset: z.coerce.number().int().min(0).default(0),
})
export type AdminGetTaxReportParamsType = z.infer<
  typeof AdminGetTaxReportParams
>
