import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import {
  createPayoutBatchWorkflow,
  previewPayoutBatchWorkflow,
} from "../../../workflows/payout-batches"
import { searchFilter } from "../../utils/list-params"
import { plain } from "../../utils/plain"
import { dryRunAnswer, dueAnswer } from "./answers"
import { retrieveBatch } from "./helpers"
import {
  AdminCreatePayoutBatchType,
  AdminListPayoutBatchesParamsType,
} from "./validators"

/** Payout batches by program, currency, provider, status, time, or words. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminListPayoutBatchesParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { q, ...filters } = req.filterableFields
  const { data, metadata } = await query.graph({
    entity: "affiliate_payout_batch",
    filters: {
      ...filters,
      ...searchFilter(q, ["currency_code", "program.name"], ["display_id"]),
    },
    ...req.queryConfig,
  })
  res.json({
    payout_batches: plain(data),
    count: metadata!.count,
    offset: metadata!.skip,
    limit: metadata!.take,
  })
}

/**
 * Writes down who is due, to be paid out together once the batch is approved;
 * with `dry_run` only says who is due, who is not, and why.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreatePayoutBatchType>,
  res: MedusaResponse
): Promise<void> => {
  const { program_id, currency_code, provider, dry_run } = req.validatedBody
  const scope = {
    program_id: program_id ?? null,
    currency_code,
    provider: provider ?? null,
  }
  if (dry_run) {
    const { result } = await previewPayoutBatchWorkflow(req.scope).run({
      input: scope,
    })
    res.json({ payout_batch: dryRunAnswer(scope, result) })
    return
  }
  const { result } = await createPayoutBatchWorkflow(req.scope).run({
    input: { ...scope, created_by: req.auth_context.actor_id },
  })
  res.json({
    payout_batch: {
      ...(await retrieveBatch(req.scope, result.id, req.queryConfig.fields)),
      dry_run: false,
      ...dueAnswer(result),
    },
  })
}
