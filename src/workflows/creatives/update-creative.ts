import {
  createWorkflow,
  transform,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { changeCreativeStep } from "./steps/change-creative"
import {
  CheckCreativeChangesStepInput,
  checkCreativeChangesStep,
} from "./steps/check-changes"
import { deleteImageStep } from "./steps/delete-image"
import { storeImageStep } from "./steps/store-image"

export type UpdateCreativeWorkflowInput = CheckCreativeChangesStepInput

/**
 * Changes a creative, archives it, or offers it again. A new image has an address of its own, and the one before is
 * deleted: embedded banners are to be embedded anew.
 *
 * @throws as `createCreativeWorkflow`; not_found
 */
export const updateCreativeWorkflow = createWorkflow(
  "affiliate-update-creative",
  (input: WorkflowData<UpdateCreativeWorkflowInput>) => {
    checkCreativeChangesStep(input)
    const image = storeImageStep(
      transform(input, (given) => ({ image: given.image ?? null }))
    )
    const changed = changeCreativeStep(
      transform(
        { input, image },
        ({ input: { id, image: _, ...changes }, image }) => ({
          id,
          changes,
          image: image ?? null,
        })
      )
    )
    deleteImageStep(
      transform(changed, ({ replaced_file_id }) => ({
        file_id: replaced_file_id,
      }))
    )
    return new WorkflowResponse(changed)
  }
)
