import { z } from "@medusajs/framework/zod"

import type { Translate } from "../../lib/form-rules"
import { textRule } from "../../lib/form-rules"
import type { AttributeOrder } from "../../types"

export const attributeSchema = (t: Translate) =>
  z
    .object({
      who: z.enum(["affiliate", "nobody"]),
      affiliate_id: z.string(),
      note: textRule(t, 1000),
    })
    .superRefine(({ who, affiliate_id }, ctx) => {
      if (who === "affiliate" && !affiliate_id) {
        ctx.addIssue({
          code: "custom",
          path: ["affiliate_id"],
          message: t("widgets.order.attribute.affiliateRequired"),
        })
      }
    })

export type AttributeValues = z.infer<ReturnType<typeof attributeSchema>>

export function toAttribute(values: AttributeValues): AttributeOrder {
  return {
    affiliate_id: values.who === "affiliate" ? values.affiliate_id : null,
    note: values.note,
  }
}
