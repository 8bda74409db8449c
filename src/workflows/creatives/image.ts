import { MedusaError } from "@medusajs/framework/utils"

import { problemOfImage } from "../../modules/affiliate/domain/creatives/creative"
import {
  imageFactsOf,
  ImageMimeType,
} from "../../modules/affiliate/domain/creatives/image"

/** An image as it is handed in. */
export interface NewImage {
  mime_type: ImageMimeType
  /** Base64. */
  content: string
}

/**
 * What an image says of itself.
 *
 * @throws invalid_data when it is not what it is said to be, or too large
 */
export const checkImage = ({ mime_type, content }: NewImage) => {
  const facts = imageFactsOf(Buffer.from(content, "base64"))
  const problem = problemOfImage(mime_type, facts)
  if (problem || !facts) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, problem ?? "")
  }
  return facts
}
