import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { emitEventStep } from "@medusajs/medusa/core-flows"

import { AffiliateEvents } from "../../modules/affiliate/events"
import { decideIdentityStep } from "../identity/steps/decide-identity"
import {
  savePayoutMethodStep,
  SavePayoutMethodStepInput,
} from "./steps/save-payout-method"

export type SavePayoutMethodWorkflowInput = SavePayoutMethodStepInput

/**
 * Puts an affiliate's payout method on file. Payouts already requested keep
 * going where they were going. What a provider that verifies people says of
 * the person is kept as the affiliate's identity.
 *
 * @throws not_found for an unknown affiliate; invalid_data naming the field;
 *         not_allowed when the store has no encryption key
 */
export const savePayoutMethodWorkflow = createWorkflow(
  "affiliate-save-payout-method",
  (input: WorkflowData<SavePayoutMethodWorkflowInput>) => {
    const saved = savePayoutMethodStep(input)
    when(
      "the-provider-knows-the-person",
      saved,
      ({ identity }) => identity !== null
    ).then(() => {
      decideIdentityStep(
        transform({ input, saved }, ({ input, saved }) => ({
          ...saved.identity!,
          affiliate_id: input.affiliate_id,
          provider: input.provider,
        }))
      )
    })
    when("another-account-was-on-file", saved, ({ changed }) => changed).then(
      () => {
        emitEventStep({
          eventName: AffiliateEvents.PAYOUT_METHOD_CHANGED,
          data: transform(input, ({ affiliate_id, provider }) => ({
            id: affiliate_id,
            provider,
          })),
        })
      }
    )
    return new WorkflowResponse(
      transform(
        saved,
        ({
          provider,
          details_masked,
          payouts_enabled,
          state_note,
          cool_off_until,
        }) => ({
          provider,
          details_masked,
          payouts_enabled,
          state_note,
          cool_off_until,
        })
      )
    )
  }
)
