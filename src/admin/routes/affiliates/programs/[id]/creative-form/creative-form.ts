import { z } from "@medusajs/framework/zod"

import type { Translate } from "../../../../../lib/form-rules"
import { textRule } from "../../../../../lib/form-rules"
import type { Creative } from "../../../../../types"

const TITLE_MAX = 200
const TEXT_MAX = 500
const ADDRESS_MAX = 2048

/**
 * A creative as a form holds it.
 *
 * @param hasImage whether there is an image already, so that none has to be chosen
 */
export const creativeSchema = (t: Translate, hasImage = false) =>
  z
    .object({
      kind: z.enum(["banner", "text"]),
      title: textRule(t, TITLE_MAX),
      text: z
        .string()
        .trim()
        .max(TEXT_MAX, t("common.form.tooLong", { max: TEXT_MAX })),
      destination_url: textRule(t, ADDRESS_MAX).regex(
        /^https?:\/\/\S+$/,
        t("creatives.form.destinationInvalid")
      ),
      image: z
        .object({ mime_type: z.string(), content: z.string() })
        .nullable(),
    })
    .superRefine(({ kind, text, image }, ctx) => {
      if (kind === "text" && !text) {
        ctx.addIssue({
          code: "custom",
          path: ["text"],
          message: t("common.form.required"),
        })
      }
      if (kind === "banner" && !image && !hasImage) {
        ctx.addIssue({
          code: "custom",
          path: ["image"],
          message: t("creatives.form.imageNeeded"),
        })
      }
    })

export type CreativeForm = z.infer<ReturnType<typeof creativeSchema>>

export const EMPTY_CREATIVE: CreativeForm = {
  kind: "banner",
  title: "",
  text: "",
  destination_url: "",
  image: null,
}

export const toCreativeForm = (creative: Creative): CreativeForm => ({
  kind: creative.kind,
  title: creative.title,
  text: creative.text ?? "",
  destination_url: creative.destination_url,
  image: null,
})

/** What the store takes of it, whether it is new or not. */
export const toCreativeBody = ({
  kind,
  title,
  text,
  destination_url,
  image,
}: CreativeForm) => ({
  title: title.trim(),
  text: text.trim() || null,
  destination_url: destination_url.trim(),
  ...(kind === "banner" && image ? { image } : {}),
})
