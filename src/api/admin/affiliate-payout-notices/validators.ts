import { z } from "@medusajs/framework/zod"

import {
  ADMIN_LIMIT_MAX,
  listParams,
  selectParams,
  textFilter,
  timeFilter,
  wordFilter,
} from "../../utils/list-params"
import { lineText } from "../../utils/text-fields"

const NOTE_LENGTH_MAX = 400

export const AdminListPayoutNoticesParams = listParams(ADMIN_LIMIT_MAX, {
  id: textFilter(),
  provider: textFilter(),
  event_id: textFilter(),
  type: wordFilter(["payment", "account", "other"]),
  says: textFilter(),
  state: wordFilter(["received", "handled", "failed"]),
  payout_id: textFilter(),
  affiliate_id: textFilter(),
  account_id: textFilter(),
  received_at: timeFilter(),
  handled_at: timeFilter(),
})
export type AdminListPayoutNoticesParamsType = z.infer<
  typeof AdminListPayoutNoticesParams
>

export const AdminGetPayoutNoticeParams = selectParams()

/** With a note, a person has seen to it: it is done with, and not tried again. */
export const AdminHandlePayoutNotice = z
  .object({ note: lineText(NOTE_LENGTH_MAX).nullish() })
  .strict()
export type AdminHandlePayoutNoticeType = z.infer<
  typeof AdminHandlePayoutNotice
>
