import { z } from "@medusajs/framework/zod"

import { figureParams } from "../../utils/figures"

const ROWS_MAX = 1_000
const ROWS_DEFAULT = 500

export const GetStatementParams = z.strictObject({
  ...figureParams(),
  /** `csv` has every row; `json` a page of them. */
  format: z.enum(["csv", "json"]).default("csv"),
  limit: z.coerce.number().int().min(1).max(ROWS_MAX).default(ROWS_DEFAULT),
  offset: z.coerce.number().int().min(0).default(0),
})
export type GetStatementParamsType = z.infer<typeof GetStatementParams>
