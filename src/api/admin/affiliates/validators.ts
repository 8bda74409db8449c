import { z } from "@medusajs/framework/zod"

import {
  ADMIN_LIMIT_MAX,
  listParams,
  searchParam,
  selectParams,
  textFilter,
  timeFilter,
  wordFilter,
} from "../../utils/list-params"
import { reasonText } from "../../utils/money-fields"
import { says } from "../../utils/says"
import { percentage } from "../../utils/terms-fields"
import {
  codeText,
  countryCode,
  emailText,
  idText,
  lineText,
  webAddress,
} from "../../utils/text-fields"
import { reapplyDays } from "../affiliate-programs/joining-fields"

const NAME_LENGTH_MAX = 200
const TRAILING_MONTHS_MAX = 1200

export const AFFILIATE_STATUSES = [
  "pending",
  "approved",
  "rejected",
  "suspended",
] as const

const affiliateFilters = {
  q: searchParam(),
  id: textFilter(),
  name: textFilter(),
  status: wordFilter(AFFILIATE_STATUSES),
  program_id: textFilter(),
  tier_id: textFilter(),
  parent_id: textFilter(),
  customer_id: textFilter(),
  email: textFilter(),
  country_code: textFilter(),
  created_at: timeFilter(),
  updated_at: timeFilter(),
  approved_at: timeFilter(),
}

export const AdminListAffiliatesParams = listParams(ADMIN_LIMIT_MAX, {
  ...affiliateFilters,
  /** Whose code a Medusa promotion belongs to. */
  promotion_id: textFilter(),
})
export type AdminListAffiliatesParamsType = z.infer<
  typeof AdminListAffiliatesParams
>

/** Which affiliates go into the file: the filters of the list. */
export const AdminExportAffiliatesParams = z.strictObject(affiliateFilters)
export type AdminExportAffiliatesParamsType = z.infer<
  typeof AdminExportAffiliatesParams
>

export const AdminGetAffiliateParams = selectParams()

const affiliateName = () => lineText(NAME_LENGTH_MAX)
/** Above zero: a code without a discount has none. */
const discountPercent = () => percentage().gt(0)
const trailingMonths = () => z.number().int().min(0).max(TRAILING_MONTHS_MAX)

export const AdminCreateAffiliate = z.strictObject({
  name: affiliateName(),
  email: emailText(),
  code: codeText().optional(),
  discount_percent: discountPercent().optional(),
  program_id: idText().optional(),
  tier_id: idText().nullish(),
  parent_id: idText().nullish(),
  customer_id: idText().nullish(),
  commission_percent: percentage().nullish(),
  trailing_months: trailingMonths().nullish(),
  website: webAddress().nullish(),
  country_code: countryCode().nullish(),
})
export type AdminCreateAffiliateType = z.infer<typeof AdminCreateAffiliate>

export const AdminUpdateAffiliate = z.strictObject({
  name: affiliateName().optional(),
  email: emailText().optional(),
  program_id: idText().optional(),
  tier_id: idText().nullish(),
  parent_id: idText().nullish(),
  customer_id: idText().nullish(),
  commission_percent: percentage().nullish(),
  trailing_months: trailingMonths().nullish(),
  website: webAddress().nullish(),
  country_code: countryCode().nullish(),
})
export type AdminUpdateAffiliateType = z.infer<typeof AdminUpdateAffiliate>

const isoTime = () =>
  z.iso.datetime({
    offset: true,
    ...says("must be a time in ISO 8601, like 2026-12-31T00:00:00Z"),
  })

/** A rejection may say when they may apply again, at a time (`null` = any) or after so many days. */
export const AdminRejectAffiliate = z
  .strictObject({
    reason: reasonText().nullish(),
    reapply_at: isoTime().nullable().optional(),
    reapply_days: reapplyDays().optional(),
  })
  .refine(
    ({ reapply_at, reapply_days }) =>
      reapply_at === undefined || reapply_days === undefined,
    says("takes one of 'reapply_at' and 'reapply_days'")
  )
export type AdminRejectAffiliateType = z.infer<typeof AdminRejectAffiliate>

/** Approve, suspend, reinstate. */
export const AdminAffiliateTransition = z.strictObject({
  reason: reasonText().nullish(),
})
export type AdminAffiliateTransitionType = z.infer<
  typeof AdminAffiliateTransition
>

export const AdminAddAffiliateCode = z.strictObject({
  code: codeText().optional(),
  discount_percent: discountPercent().nullish(),
})
export type AdminAddAffiliateCodeType = z.infer<typeof AdminAddAffiliateCode>
