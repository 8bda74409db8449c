import { z } from "@medusajs/framework/zod"

import { DOCUMENT_KINDS } from "../../../modules/affiliate/domain/tax/document"
import {
  AFFILIATE_LIMIT_MAX,
  listParams,
  numberFilter,
  textFilter,
  timeFilter,
  wordFilter,
} from "../../utils/list-params"

export const ListTaxDocumentsParams = listParams(AFFILIATE_LIMIT_MAX, {
  id: textFilter(),
  payout_id: textFilter(),
  corrects_id: textFilter(),
  kind: wordFilter(DOCUMENT_KINDS),
  year: numberFilter(),
  number: textFilter(),
  issued_at: timeFilter(),
})
export type ListTaxDocumentsParamsType = z.infer<typeof ListTaxDocumentsParams>
