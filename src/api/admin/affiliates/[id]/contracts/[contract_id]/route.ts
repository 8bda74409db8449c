import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import {
  deleteContractWorkflow,
  updateContractWorkflow,
} from "../../../../../../workflows/contracts"
import { retrieveContract } from "../helpers"
import { AdminUpdateContractType } from "../validators"

const keyOf = ({ params }: Pick<AuthenticatedMedusaRequest, "params">) => ({
  id: params.contract_id,
  affiliate_id: params.id,
})

/** One contract of an affiliate. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  res.json({
    contract: await retrieveContract(
      req.scope,
      keyOf(req),
      req.queryConfig.fields
    ),
  })
}

/** Changes a contract: all of it before it starts, and only title, words and end from then on. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminUpdateContractType>,
  res: MedusaResponse
): Promise<void> => {
  const key = keyOf(req)
  await updateContractWorkflow(req.scope).run({
    input: { ...req.validatedBody, ...key },
  })
  res.json({
    contract: await retrieveContract(req.scope, key, req.queryConfig.fields),
  })
}

/** Deletes a contract that has not started; one that has is ended instead. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const key = keyOf(req)
  await deleteContractWorkflow(req.scope).run({ input: key })
  res.json({ id: key.id, object: "affiliate_contract", deleted: true })
}
