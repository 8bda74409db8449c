import { z } from "@medusajs/framework/zod"
import { booleanString } from "@medusajs/medusa/api/utils/common-validators/common"

import {
  listParams,
  numberFilter,
  textFilter,
  timeFilter,
} from "../../utils/list-params"

/** Few: each has its words. */
const LIMIT_MAX = 50

export const ListAgreementsParams = listParams(
  LIMIT_MAX,
  {
    id: textFilter(),
    version: numberFilter(),
    title: textFilter(),
    requires_acceptance: booleanString().optional(),
    published_at: timeFilter(),
  },
  "-version"
)
export type ListAgreementsParamsType = z.infer<typeof ListAgreementsParams>

export const AcceptAgreement = z.strictObject({})
