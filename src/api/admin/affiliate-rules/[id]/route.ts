import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import {
  publishRuleWorkflow,
  retireRuleWorkflow,
} from "../../../../workflows/rules"
import { retrieveRule } from "../helpers"
import { AdminUpdateRuleType } from "../validators"

/** One rule, as its newest version has it. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  res.json({
    affiliate_rule: await retrieveRule(
      req.scope,
      req.params.id,
      req.queryConfig.fields
    ),
  })
}

/** Publishes the rule's next version, for orders placed from now on; what is not named stays as it is. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminUpdateRuleType>,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await publishRuleWorkflow(req.scope).run({
    input: { ...req.validatedBody, id },
  })
  res.json({
    affiliate_rule: await retrieveRule(req.scope, id, req.queryConfig.fields),
  })
}

/** Takes a rule out of force for orders placed from now on; it stays to be read. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await retireRuleWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "affiliate_rule", deleted: true })
}
