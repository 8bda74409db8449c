import { z } from "@medusajs/framework/zod"

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
  kind: wordFilter(["self_billing_invoice", "remittance_advice"] as const),
  year: numberFilter(),
  number: textFilter(),
  issued_at: timeFilter(),
})
export type ListTaxDocumentsParamsType = z.infer<typeof ListTaxDocumentsParams>
