import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { findActiveCodeStep } from "../codes/steps/find-active-code"
import { recordClickStep } from "./steps/record-click"

export interface RecordClickWorkflowInput {
  /** In any letter case. */
  code: string
  /** What the storefront knows the visitor by; without it every visit counts. */
  visitor_id?: string
  sub_id?: string
  landing_url?: string
  referrer?: string
  /** Recorded like anybody, never counted. */
  bot: boolean
}

/**
 * Records one visit that an affiliate's code brought. The same visitor is counted once in 24 hours.
 *
 * @throws not_found for a code that does not work
 */
export const recordClickWorkflow = createWorkflow(
  "affiliate-record-click",
  (input: WorkflowData<RecordClickWorkflowInput>) => {
    const code = findActiveCodeStep(transform(input, ({ code }) => ({ code })))
    const click = recordClickStep(
      transform({ input, code }, ({ input, code }) => ({
        affiliate_id: code.affiliate_id,
        code_id: code.id,
        visitor_id: input.visitor_id ?? null,
        sub_id: input.sub_id ?? null,
        landing_url: input.landing_url ?? null,
        referrer: input.referrer ?? null,
        bot: input.bot,
      }))
    )
    return new WorkflowResponse(click)
  }
)
