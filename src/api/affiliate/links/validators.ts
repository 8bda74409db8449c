import { z } from "@medusajs/framework/zod"

import {
  SLUG_RULE,
  SLUG_RULE_WORDS,
} from "../../../modules/affiliate/domain/links/slug"
import {
  AFFILIATE_LIMIT_MAX,
  listParams,
  selectParams,
  textFilter,
  timeFilter,
} from "../../utils/list-params"
import { says } from "../../utils/says"
import { lineText, webAddress } from "../../utils/text-fields"
import { utmFields } from "../../utils/utm-fields"

const LABEL_LENGTH_MAX = 200
const SUB_ID_LENGTH_MAX = 200
const QR_PIXELS_MIN = 64
const QR_PIXELS_MAX = 2048
const QR_PIXELS_DEFAULT = 512

export const ListLinksParams = listParams(AFFILIATE_LIMIT_MAX, {
  id: textFilter(),
  slug: textFilter(),
  label: textFilter(),
  destination_url: textFilter(),
  campaign: textFilter(),
  sub_id: textFilter(),
  /** Without it those that work. */
  archived: z.enum(["true", "false"]).default("false"),
  updated_at: timeFilter(),
})
export type ListLinksParamsType = z.infer<typeof ListLinksParams>

export const GetLinkParams = selectParams()

export const GetLinkQrParams = z.strictObject({
  format: z.enum(["png", "svg"]).default("png"),
  /** Pixels a side. */
  size: z.coerce
    .number()
    .int()
    .min(QR_PIXELS_MIN)
    .max(QR_PIXELS_MAX)
    .default(QR_PIXELS_DEFAULT),
  /** Whether a browser saves it instead of showing it. */
  download: z.enum(["true", "false"]).default("false"),
})
export type GetLinkQrParamsType = z.infer<typeof GetLinkQrParams>

const fields = {
  destination_url: webAddress(),
  label: lineText(LABEL_LENGTH_MAX).nullish(),
  campaign: lineText(LABEL_LENGTH_MAX).nullish(),
  sub_id: lineText(SUB_ID_LENGTH_MAX).nullish(),
  utm: utmFields().nullish(),
}

export const CreateLink = z.strictObject({
  ...fields,
  slug: z.string().trim().regex(SLUG_RULE, says(SLUG_RULE_WORDS)).optional(),
})
export type CreateLinkType = z.infer<typeof CreateLink>

export const UpdateLink = z
  .strictObject({ ...fields, archived: z.boolean() })
  .partial()
export type UpdateLinkType = z.infer<typeof UpdateLink>
