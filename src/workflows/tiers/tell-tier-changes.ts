import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { announceTierChangesStep } from "./steps/announce-tier-changes"
import { notifyTierChangesStep } from "./steps/notify-tier-changes"

/** Tells the store by an event, and affiliates by e-mail, of changes of tier that were not told yet. */
export const tellTierChangesWorkflow = createWorkflow(
  "affiliate-tell-tier-changes",
  (_input: WorkflowData<Record<string, never>>) => {
    announceTierChangesStep({})
    return new WorkflowResponse(notifyTierChangesStep({}))
  }
)
