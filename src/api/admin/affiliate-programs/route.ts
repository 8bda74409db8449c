import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { createProgramWorkflow } from "../../../workflows/programs"
import { searchFilter } from "../../utils/list-params"
import { programAnswer, retrieveProgram } from "./helpers"
import {
  AdminCreateProgramType,
  AdminListProgramsParamsType,
} from "./validators"

/** Programs by status, handle, time, or words in the name. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminListProgramsParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { q, ...filters } = req.filterableFields
  const { data, metadata } = await query.graph({
    entity: "affiliate_program",
    filters: { ...filters, ...searchFilter(q, ["name", "handle"]) },
    ...req.queryConfig,
  })
  res.json({
    affiliate_programs: data.map(programAnswer),
    count: metadata!.count,
    offset: metadata!.skip,
    limit: metadata!.take,
  })
}

/** Makes a program. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateProgramType>,
  res: MedusaResponse
): Promise<void> => {
  const { result } = await createProgramWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  res.json({
    affiliate_program: await retrieveProgram(
      req.scope,
      result.id,
      req.queryConfig.fields
    ),
  })
}
