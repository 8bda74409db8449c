import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { createRuleWorkflow } from "../../../workflows/rules"
import { searchFilter } from "../../utils/list-params"
import { listRules, retrieveRule } from "./helpers"
import { AdminCreateRuleType, AdminListRulesParamsType } from "./validators"

/** Rules with what they say now, by program, kind, time, or words in the name; retired ones only when asked for. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminListRulesParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const { q, retired, ...filters } = req.filterableFields
  const { rules, metadata } = await listRules(
    req.scope,
    {
      ...filters,
      retired_at: retired ? { $ne: null } : null,
      ...searchFilter(q, ["name"]),
    },
    req.queryConfig
  )
  res.json({
    affiliate_rules: rules,
    count: metadata.count,
    offset: metadata.skip,
    limit: metadata.take,
  })
}

/** Makes a rule, in force for orders placed from now on. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateRuleType>,
  res: MedusaResponse
): Promise<void> => {
  const { result } = await createRuleWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  res.json({
    affiliate_rule: await retrieveRule(
      req.scope,
      result.id,
      req.queryConfig.fields
    ),
  })
}
