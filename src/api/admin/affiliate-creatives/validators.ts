import { z } from "@medusajs/framework/zod"

import { CREATIVE_KINDS } from "../../../modules/affiliate/domain/creatives/creative"
import {
  IMAGE_KINDS,
  ImageMimeType,
} from "../../../modules/affiliate/domain/creatives/image"
import {
  ADMIN_LIMIT_MAX,
  listParams,
  numberFilter,
  selectParams,
  textFilter,
  timeFilter,
  wordFilter,
} from "../../utils/list-params"
import { base64File } from "../../utils/file-fields"
import { idText, lineText, webAddress } from "../../utils/text-fields"

const TITLE_LENGTH_MAX = 200
const TEXT_LENGTH_MAX = 500
const IMAGE_MEGABYTES_MAX = 2
/** What the body parser takes: the largest image in base64 with all around it. */
export const BODY_SIZE_MAX = "3mb"

export const AdminListCreativesParams = listParams(ADMIN_LIMIT_MAX, {
  id: textFilter(),
  program_id: textFilter(),
  title: textFilter(),
  kind: wordFilter(CREATIVE_KINDS),
  text: textFilter(),
  destination_url: textFilter(),
  width: numberFilter(),
  height: numberFilter(),
  /** Without it those that are offered. */
  archived: z.enum(["true", "false"]).default("false"),
  updated_at: timeFilter(),
})
export type AdminListCreativesParamsType = z.infer<
  typeof AdminListCreativesParams
>

export const AdminGetCreativeParams = selectParams()

/** No SVG: that can have scripts in it. */
const image = () =>
  z.strictObject({
    mime_type: z.enum(
      Object.keys(IMAGE_KINDS) as [ImageMimeType, ...ImageMimeType[]]
    ),
    content: base64File(IMAGE_MEGABYTES_MAX),
  })

export const AdminCreateCreative = z.strictObject({
  program_id: idText(),
  title: lineText(TITLE_LENGTH_MAX),
  kind: z.enum(CREATIVE_KINDS),
  /** Of a text the words themselves, of a banner what stands for the image. */
  text: lineText(TEXT_LENGTH_MAX).nullish(),
  destination_url: webAddress(),
  image: image().nullish(),
})
export type AdminCreateCreativeType = z.infer<typeof AdminCreateCreative>

/** A creative stays what it is, in its program. */
export const AdminUpdateCreative = z.strictObject({
  title: lineText(TITLE_LENGTH_MAX).optional(),
  text: lineText(TEXT_LENGTH_MAX).nullish(),
  destination_url: webAddress().optional(),
  /** In place of the one it has. */
  image: image().optional(),
  archived: z.boolean().optional(),
})
export type AdminUpdateCreativeType = z.infer<typeof AdminUpdateCreative>
