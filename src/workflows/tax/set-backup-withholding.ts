import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import {
  setBackupWithholdingStep,
  SetBackupWithholdingStepInput,
} from "./steps/set-backup-withholding"

export type SetBackupWithholdingWorkflowInput = SetBackupWithholdingStepInput

/**
 * Says that payments to an affiliate are subject to backup withholding, or no more. It is shown on its payouts and in
 * the report of the year; nothing is withheld by the plugin.
 *
 * @throws not_found; not_allowed for one who was erased
 */
export const setBackupWithholdingWorkflow = createWorkflow(
  "affiliate-set-backup-withholding",
  (input: WorkflowData<SetBackupWithholdingWorkflowInput>) =>
    new WorkflowResponse(setBackupWithholdingStep(input))
)
