import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"

import {
  approveAffiliateWorkflow,
  reinstateAffiliateWorkflow,
  rejectAffiliateWorkflow,
  suspendAffiliateWorkflow,
} from "../../../../workflows/affiliates"
import type { Reapply } from "../../../../modules/affiliate/service-layers/people"
import { reapplyOf } from "../reapply"
import { AdminReviewAffiliatesType } from "./validators"

const WORKFLOWS = {
  approve: approveAffiliateWorkflow,
  reject: rejectAffiliateWorkflow,
  suspend: suspendAffiliateWorkflow,
  reinstate: reinstateAffiliateWorkflow,
}

/** What became of one affiliate. */
type Reviewed =
  | { id: string; ok: true; status: string }
  | { id: string; ok: false; error: { type: string; message: string } }

/**
 * Approves, rejects, suspends or reinstates many. Each by itself: one that cannot be changed is told with
 * its reason, stays as it was, and keeps no other from being changed.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminReviewAffiliatesType>,
  res: MedusaResponse
): Promise<void> => {
  const { ids, action, reason, ...reapply } = req.validatedBody
  const results: Reviewed[] = []
  for (const id of ids) {
    results.push(
      await review(req.scope, action, {
        id,
        reason,
        reapply: reapplyOf(reapply),
      })
    )
  }
  const succeeded = results.filter(({ ok }) => ok).length
  res.json({ results, succeeded, failed: results.length - succeeded })
}

const review = async (
  container: MedusaContainer,
  action: AdminReviewAffiliatesType["action"],
  input: { id: string; reason?: string | null; reapply?: Reapply }
): Promise<Reviewed> => {
  const { id } = input
  try {
    const { result } = await WORKFLOWS[action](container).run({ input })
    return { id, ok: true, status: result.status }
  } catch (error) {
    return { id, ok: false, error: describe(container, error) }
  }
}

const describe = (container: MedusaContainer, error: unknown) => {
  if (MedusaError.isMedusaError(error)) {
    return { type: error.type, message: error.message }
  }
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  logger.error(
    "medusa-plugin-affiliate: an affiliate could not be reviewed",
    error instanceof Error ? error : new Error(String(error))
  )
  return { type: "unknown_error", message: "An unknown error occurred." }
}
