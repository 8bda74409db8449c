import { randomBytes } from "node:crypto"

import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { IMAGE_KINDS } from "../../../modules/affiliate/domain/creatives/image"
import type { StoredImage } from "../../../modules/affiliate/service-layers/creatives"
import { checkImage, NewImage } from "../image"

/** So that no image takes another's name. */
const NAME_BYTES = 12

/** Keeps an image in the File module, for everybody to see; undone, it is gone. */
export const storeImageStep = createStep(
  "affiliate-store-creative-image",
  async (
    { image }: { image: NewImage | null },
    { container }
  ): Promise<StepResponse<StoredImage | null, string | null>> => {
    if (!image) {
      return new StepResponse(null, null)
    }
    const facts = checkImage(image)
    const { id, url } = await container.resolve(Modules.FILE).createFiles({
      filename: `affiliate-creative-${randomBytes(NAME_BYTES).toString("hex")}.${IMAGE_KINDS[facts.mime_type]}`,
      mimeType: facts.mime_type,
      content: image.content,
      access: "public",
    })
    return new StepResponse({ ...facts, file_id: id, image_url: url }, id)
  },
  async (file_id, { container }) => {
    if (!file_id) {
      return
    }
    await container.resolve(Modules.FILE).deleteFiles([file_id])
  }
)
