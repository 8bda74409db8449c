import type { Paged, Ref } from "./common"

/** The lasting bond of a customer to one affiliate. */
export type AffiliateAttribution = {
  id: string
  affiliate: Ref
  customer_id: string | null
  email_normalized: string | null
  /** The order that made the bond. */
  order_id: string
  starts_at: string
  /** `null` = for ever. */
  ends_at: string | null
}

export type AttributionListResponse = {
  affiliate_attributions: AffiliateAttribution[]
} & Paged
