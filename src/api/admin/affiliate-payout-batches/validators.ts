import { z } from "@medusajs/framework/zod"

import {
  BATCH_ITEM_STATUSES,
  BATCH_STATUSES,
} from "../../../modules/affiliate/domain/payout-batches/states"
import {
  ADMIN_LIMIT_MAX,
  currencyFilter,
  listParams,
  numberFilter,
  selectParams,
  textFilter,
  timeFilter,
  wordFilter,
} from "../../utils/list-params"
import { currencyCode } from "../../utils/money-fields"
import { idText } from "../../utils/text-fields"

export const AdminListPayoutBatchesParams = listParams(ADMIN_LIMIT_MAX, {
  id: textFilter(),
  display_id: numberFilter(),
  program_id: textFilter(),
  currency_code: currencyFilter(),
  provider: textFilter(),
  status: wordFilter(BATCH_STATUSES),
  created_by: textFilter(),
  scheduled_for: timeFilter(),
  updated_at: timeFilter(),
})
export type AdminListPayoutBatchesParamsType = z.infer<
  typeof AdminListPayoutBatchesParams
>

export const AdminGetPayoutBatchParams = selectParams()

export const AdminListPayoutBatchItemsParams = listParams(
  ADMIN_LIMIT_MAX,
  {
    id: textFilter(),
    affiliate_id: textFilter(),
    provider: textFilter(),
    status: wordFilter(BATCH_ITEM_STATUSES),
    payout_id: textFilter(),
    updated_at: timeFilter(),
  },
  "id"
)
export type AdminListPayoutBatchItemsParamsType = z.infer<
  typeof AdminListPayoutBatchItemsParams
>

export const AdminCreatePayoutBatch = z
  .object({
    /** Without it, of all programs. */
    program_id: idText().nullish(),
    currency_code: currencyCode(),
    /** Only affiliates who are paid through it. */
    provider: idText().nullish(),
    /** Only says who is due. */
    dry_run: z.boolean().optional(),
  })
  .strict()
export type AdminCreatePayoutBatchType = z.infer<typeof AdminCreatePayoutBatch>

/** The actions that take nothing. */
export const AdminPayoutBatchAction = z.object({}).strict()
export type AdminPayoutBatchActionType = z.infer<typeof AdminPayoutBatchAction>
