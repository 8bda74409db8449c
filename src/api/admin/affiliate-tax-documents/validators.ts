import { z } from "@medusajs/framework/zod"

import { DOCUMENT_KINDS } from "../../../modules/affiliate/domain/tax/document"
import {
  ADMIN_LIMIT_MAX,
  listParams,
  numberFilter,
  textFilter,
  timeFilter,
  wordFilter,
} from "../../utils/list-params"

export const AdminListTaxDocumentsParams = listParams(ADMIN_LIMIT_MAX, {
  id: textFilter(),
  affiliate_id: textFilter(),
  payout_id: textFilter(),
  corrects_id: textFilter(),
  kind: wordFilter(DOCUMENT_KINDS),
  year: numberFilter(),
  number: textFilter(),
  issued_at: timeFilter(),
})
export type AdminListTaxDocumentsParamsType = z.infer<
  typeof AdminListTaxDocumentsParams
>
