import { z } from "@medusajs/framework/zod"

import {
  unknownPlaceholder,
  UTM_PLACEHOLDERS,
} from "../../modules/affiliate/domain/links/utm"
import { says } from "./says"
import { lineText } from "./text-fields"

const UTM_LENGTH_MAX = 200

/** The parameters that web analytics knows, none of them needed. */
export const utmFields = () =>
  z.strictObject({
    source: utmText().optional(),
    medium: utmText().optional(),
    campaign: utmText().optional(),
    term: utmText().optional(),
    content: utmText().optional(),
  })

/** What a link tells web analytics; names in braces stand for what is known of the visit. */
const utmText = () =>
  lineText(UTM_LENGTH_MAX).refine(
    (text) => unknownPlaceholder(text) === null,
    says(
      `may only name ${UTM_PLACEHOLDERS.map((name) => `{${name}}`).join(", ")}`
    )
  )
