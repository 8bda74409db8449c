import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

/**
 * Deletes an image that nothing needs any more, if there is one. It does not
 * come back, so there is no compensation: nothing that may fail comes after.
 */
export const deleteImageStep = createStep(
  "affiliate-delete-creative-image",
  async ({ file_id }: { file_id: string | null }, { container }) => {
    if (file_id) {
      await container.resolve(Modules.FILE).deleteFiles([file_id])
    }
    return new StepResponse(null)
  }
)
