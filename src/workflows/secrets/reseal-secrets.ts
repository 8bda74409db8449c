import {
  createWorkflow,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { resealSecretsStep } from "./steps/reseal-secrets"

/**
 * Encrypts anew, with the current `encryption_key`, what one of `previous_encryption_keys` encrypted. When nothing is
 * `left`, the previous keys can go.
 *
 * @throws not_allowed without an encryption key
 *
 * @example
 * const { result } = await resealSecretsWorkflow(container).run({ input: {} })
 */
export const resealSecretsWorkflow = createWorkflow(
  "affiliate-reseal-secrets",
  (input: WorkflowData<Record<string, never>>) =>
    new WorkflowResponse(resealSecretsStep(input))
)
