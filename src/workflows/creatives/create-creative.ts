import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { addCreativeStep } from "./steps/add-creative"
import {
  CheckNewCreativeStepInput,
  checkNewCreativeStep,
} from "./steps/check-new-creative"
import { storeImageStep } from "./steps/store-image"

export type CreateCreativeWorkflowInput = CheckNewCreativeStepInput

/**
 * Offers a banner or a text to the affiliates of a program. An image is kept by Medusa's File module, where everybody
 * can see it.
 *
 * @throws invalid_data for an unknown program, an image that is not what it is said to be, a banner without an image or
 *   a text without words; not_allowed with as many creatives as there may be
 *
 * @example
 * await createCreativeWorkflow(container).run({
 *   input: { program_id, kind: "text", title: "Spring", text: "Shirts for spring", destination_url },
 * })
 */
export const createCreativeWorkflow = createWorkflow(
  "affiliate-create-creative",
  (input: WorkflowData<CreateCreativeWorkflowInput>) => {
    checkNewCreativeStep(input)
    const image = storeImageStep(
      transform(input, (given) => ({ image: given.image ?? null }))
    )
    const creative = addCreativeStep(
      transform(
        { input, image },
        ({ input: { image: _, ...creative }, image }) => ({
          creative,
          image: image ?? null,
        })
      )
    )
    return new WorkflowResponse(creative)
  }
)
