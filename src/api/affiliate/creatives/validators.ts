import { z } from "@medusajs/framework/zod"

import { CREATIVE_KINDS } from "../../../modules/affiliate/domain/creatives/creative"
import {
  AFFILIATE_LIMIT_MAX,
  listParams,
  numberFilter,
  textFilter,
  timeFilter,
  wordFilter,
} from "../../utils/list-params"
import { idText } from "../../utils/text-fields"

export const ListCreativesParams = listParams(AFFILIATE_LIMIT_MAX, {
  id: textFilter(),
  title: textFilter(),
  kind: wordFilter(CREATIVE_KINDS),
  text: textFilter(),
  destination_url: textFilter(),
  width: numberFilter(),
  height: numberFilter(),
  updated_at: timeFilter(),
  /** The affiliate's link that they are to lead to; without it to their own pages, with the affiliate's code. */
  link_id: idText().optional(),
})
export type ListCreativesParamsType = z.infer<typeof ListCreativesParams>
