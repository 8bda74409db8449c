import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { importAffiliatesWorkflow } from "../../../../workflows/affiliates"
import { readCsv, refuseLines } from "../../../utils/csv"
import {
  AdminImportAffiliatesType,
  AFFILIATE_COLUMNS,
  AffiliateRow,
  IMPORT_ROWS_MAX,
} from "./validators"

/** Makes the affiliates of a CSV, all or, when a line is wrong, none; then every wrong line is named. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminImportAffiliatesType>,
  res: MedusaResponse
): Promise<void> => {
  const { rows, errors } = readCsv(req.validatedBody.csv, {
    columns: AFFILIATE_COLUMNS,
    required: ["name", "email"],
    rows_max: IMPORT_ROWS_MAX,
    schema: AffiliateRow,
  })
  if (errors.length) {
    refuseLines(res, errors)
    return
  }
  const { result } = await importAffiliatesWorkflow(req.scope).run({
    input: { affiliates: rows.map(({ row }) => row) },
  })
  if (result.refused.length) {
    refuseLines(
      res,
      result.refused.map(({ index, message }) => ({
        line: rows[index].line,
        message,
      }))
    )
    return
  }
  res.json({
    imported: result.affiliates.length,
    affiliates: result.affiliates.map(({ id }) => ({ id })),
  })
}
