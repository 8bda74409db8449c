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
import { currencyCode } from "../../utils/money-fields"
import { says } from "../../utils/says"
import { currencyAmounts, rate } from "../../utils/terms-fields"
import { idText, lineText } from "../../utils/text-fields"

const NAME_LENGTH_MAX = 200
const RANK_MAX = 1000
const REQUIREMENTS_MAX = 10
const WINDOW_DAYS_MAX = 3650
const THRESHOLD_MAX = 1_000_000_000_000
const FEATURES_MAX = 20
const FEATURE_LENGTH_MAX = 200

export const AdminListTiersParams = listParams(
  ADMIN_LIMIT_MAX,
  {
    id: textFilter(),
    program_id: textFilter(),
    name: textFilter(),
    rank: numberFilter(),
    auto: booleanString().optional(),
    updated_at: timeFilter(),
  },
  "rank"
)
export type AdminListTiersParamsType = z.infer<typeof AdminListTiersParams>

export const AdminGetTierParams = selectParams()

/** Orders are counted; revenue and commission are money, and money has a currency. */
const requirement = () =>
  z
    .strictObject({
      metric: z.enum(["revenue", "orders", "commission"]),
      window_days: z.number().int().min(1).max(WINDOW_DAYS_MAX).nullable(),
      currency_code: currencyCode().optional(),
      threshold: z.number().min(0).max(THRESHOLD_MAX),
    })
    .refine(
      ({ metric, currency_code }) =>
        (metric === "orders") === (currency_code === undefined),
      says(
        "needs a currency_code for revenue and commission, and none for orders"
      )
    )
    .refine(
      ({ metric, threshold }) =>
        metric !== "orders" || Number.isInteger(threshold),
      says("counts orders: its threshold must be a whole number")
    )

const tierFields = {
  rank: z.number().int().min(0).max(RANK_MAX).optional(),
  commission_value: rate().nullable().optional(),
  minimum_payouts: currencyAmounts().optional(),
  requirements: z.array(requirement()).max(REQUIREMENTS_MAX).optional(),
  auto: z.boolean().optional(),
  /** What the tier offers beside its rate, in words to show. */
  features: z.array(lineText(FEATURE_LENGTH_MAX)).max(FEATURES_MAX).optional(),
}

export const AdminCreateTier = z.strictObject({
  program_id: idText(),
  name: lineText(NAME_LENGTH_MAX),
  ...tierFields,
})
export type AdminCreateTierType = z.infer<typeof AdminCreateTier>

export const AdminUpdateTier = z.strictObject({
  name: lineText(NAME_LENGTH_MAX).optional(),
  ...tierFields,
})
export type AdminUpdateTierType = z.infer<typeof AdminUpdateTier>

export const AdminReviewTiers = z.strictObject({
  /** Without it all programs. */
  program_id: idText().optional(),
  dry_run: z.boolean().default(false),
})
export type AdminReviewTiersType = z.infer<typeof AdminReviewTiers>
