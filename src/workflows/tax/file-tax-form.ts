import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { TaxFormFacts } from "../../modules/affiliate/domain/tax/form"
import { fileTaxFormStep } from "./steps/file-tax-form"

export type FileTaxFormWorkflowInput = TaxFormFacts & { affiliate_id: string }

/**
 * Files what an affiliate declares about its taxes: a W-9, W-8BEN, W-8BEN-E, or how it stands with VAT. It counts from
 * then on; the ones before it are kept.
 *
 * @throws not_found; invalid_data naming the field and the rule; not_allowed without an encryption key
 */
export const fileTaxFormWorkflow = createWorkflow(
  "affiliate-file-tax-form",
  (input: WorkflowData<FileTaxFormWorkflowInput>) =>
    new WorkflowResponse(fileTaxFormStep(input))
)
