import { z } from "@medusajs/framework/zod"
import { booleanString } from "@medusajs/medusa/api/utils/common-validators/common"

import {
  ADMIN_LIMIT_MAX,
  listParams,
  numberFilter,
  selectParams,
  textFilter,
  timeFilter,
} from "../../utils/list-params"
import { idText, lineText, longText } from "../../utils/text-fields"

const TITLE_LENGTH_MAX = 200
/** In characters; the route takes requests of 1 MB. */
const BODY_LENGTH_MAX = 200_000

export const AdminListAgreementsParams = listParams(
  ADMIN_LIMIT_MAX,
  {
    id: textFilter(),
    program_id: textFilter(),
    version: numberFilter(),
    title: textFilter(),
    body_sha256: textFilter(),
    requires_acceptance: booleanString().optional(),
    published_at: timeFilter(),
  },
  "-published_at"
)
export type AdminListAgreementsParamsType = z.infer<
  typeof AdminListAgreementsParams
>

export const AdminGetAgreementParams = selectParams()

export const AdminPublishAgreement = z.strictObject({
  program_id: idText(),
  title: lineText(TITLE_LENGTH_MAX),
  body: longText(BODY_LENGTH_MAX),
  requires_acceptance: z.boolean().default(true),
})
export type AdminPublishAgreementType = z.infer<typeof AdminPublishAgreement>
