import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import {
  deleteProgramWorkflow,
  updateProgramWorkflow,
} from "../../../../workflows/programs"
import { retrieveProgram } from "../helpers"
import { AdminUpdateProgramType } from "../validators"

/** One program with its tiers and the number of its affiliates. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  res.json({
    affiliate_program: await retrieveProgram(
      req.scope,
      req.params.id,
      req.queryConfig.fields
    ),
  })
}

/** Changes a program for the orders to come; what is left out stays. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminUpdateProgramType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await updateProgramWorkflow(req.scope).run({
    input: { ...req.validatedBody, id },
  })
  res.json({
    affiliate_program: await retrieveProgram(
      req.scope,
      id,
      req.queryConfig.fields
    ),
  })
}

/** Deletes a program that has no affiliates, with its tiers. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await deleteProgramWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "affiliate_program", deleted: true })
}
