import { z } from "@medusajs/framework/zod"

import {
  ADMIN_LIMIT_MAX,
  listParams,
  selectParams,
  textFilter,
  timeFilter,
} from "../../../../utils/list-params"
import { percentage } from "../../../../utils/terms-fields"
import { lineText, longText } from "../../../../utils/text-fields"
import { momentText } from "../../../../utils/time-fields"

const TITLE_LENGTH_MAX = 200
const TERMS_LENGTH_MAX = 20_000

export const AdminListContractsParams = listParams(
  ADMIN_LIMIT_MAX,
  {
    id: textFilter(),
    title: textFilter(),
    starts_at: timeFilter(),
    ends_at: timeFilter(),
    updated_at: timeFilter(),
  },
  "-starts_at"
)
export type AdminListContractsParamsType = z.infer<
  typeof AdminListContractsParams
>

export const AdminGetContractParams = selectParams()

export const AdminCreateContract = z.strictObject({
  title: lineText(TITLE_LENGTH_MAX),
  terms: longText(TERMS_LENGTH_MAX).nullish(),
  revenue_split: percentage(),
  starts_at: momentText(),
  ends_at: momentText().nullish(),
})
export type AdminCreateContractType = z.infer<typeof AdminCreateContract>

export const AdminUpdateContract = AdminCreateContract.partial()
export type AdminUpdateContractType = z.infer<typeof AdminUpdateContract>
