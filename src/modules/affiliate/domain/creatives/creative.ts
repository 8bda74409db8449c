import { IMAGE_SIDE_MAX, ImageFacts, ImageMimeType } from "./image"

export const CREATIVE_KINDS = ["banner", "text"] as const
export type CreativeKind = (typeof CREATIVE_KINDS)[number]

/** Creatives of one program that are offered. */
export const CREATIVES_MAX = 500

/** @returns what is wrong with a creative, naming the field; `null` = nothing */
export const problemOfCreative = ({
  kind,
  text,
  has_image,
}: {
  kind: CreativeKind
  text: string | null
  has_image: boolean
}): string | null => {
  if (kind === "banner" && !has_image) {
    return "Field 'image' is required for a banner"
  }
  if (kind === "text" && has_image) {
    return "Field 'image' is for banners, and this is a text"
  }
  return kind === "text" && !text ? "Field 'text' is required for a text" : null
}

/**
 * @param said what the image is said to be
 * @param facts what it says of itself; `null` = it is no image
 * @returns what is wrong with it, naming the field; `null` = nothing
 */
export const problemOfImage = (
  said: ImageMimeType,
  facts: ImageFacts | null
): string | null => {
  if (!facts) {
    return "Field 'image.content' is not an image of an allowed kind: PNG, JPEG, GIF or WebP"
  }
  if (facts.mime_type !== said) {
    return `Field 'image.mime_type' is ${said}, the image is ${facts.mime_type}`
  }
  return Math.max(facts.width, facts.height) > IMAGE_SIDE_MAX
    ? `Field 'image.content' must not have more than ${IMAGE_SIDE_MAX} pixels a side: it has ${facts.width} × ${facts.height}`
    : null
}
