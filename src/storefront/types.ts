/** A visit that an affiliate brought. One of `code` and `link`. */
export interface RecordClick {
  /** An affiliate's code, in any letter case. */
  code?: string
  /** The slug of a tracking link. */
  link?: string
  /** What the storefront knows the visitor by; without it, the server's cookie or a new one. */
  visitor_id?: string
  /** The affiliate's own mark. */
  sub_id?: string
  landing_url?: string
  referrer?: string
  /** Whether the visitor agreed to be remembered; left out where nobody asked. */
  consent?: boolean
}

export interface Click {
  id: string
  /** The visitor was counted for this in the last 24 hours. */
  duplicate: boolean
  /** What the visitor is known by from now on; `null` = nothing of them is kept. */
  visitor_id: string | null
  /** How many days after the visit an order still counts for it. */
  attribution_window_days: number
}

/** A code that works. */
export interface AffiliateCode {
  /** As its affiliate spells it. */
  code: string
  valid: true
  /** Percent off for whoever uses it; `null` = it gives no discount. */
  discount_percent: number | null
  affiliate_name: string
  /** How many days a visit by this code counts. */
  attribution_window_days: number
}

/** Who sent the cart's shopper; empty where the visitor's cookie says it all. */
export interface BindCart {
  code?: string
  click_id?: string
  visitor_id?: string
  sub_id?: string
}

/** What a cart remembers. */
export interface CartAffiliate {
  cart_id: string
  affiliate_code: string | null
  source: "code" | "click"
  /** Whether the code's discount is on the cart; an empty cart has nothing to discount yet. */
  promotion_applied: boolean
}

/** A question of a program's application form. */
export interface FormField {
  key: string
  /** The question in words. */
  label: string
  type: "text" | "choice" | "url" | "number"
  required?: boolean
  /** What may be chosen; of `choice` only. */
  options?: string[]
}

/** What the page where somebody applies shows. */
export interface AffiliateProgram {
  name: string
  handle: string
  takes_applications: boolean
  form_fields: FormField[]
  /** The agreement in force; `null` = there is none. */
  agreement: {
    version: number
    title: string
    body: string
    requires_acceptance: boolean
  } | null
}

/** What a customer says who applies. */
export interface Apply {
  name: string
  /** Of the agreement they accept by applying. */
  agreement_version: string | number
  /** Without it the customer's own. */
  email?: string
  /** The code they would like. */
  code?: string
  website?: string
  country_code?: string
  /** Of whoever brought them: their parent. */
  referral_code?: string
  /** By the keys of the program's form. */
  answers?: Record<string, string | number | boolean | null | string[]>
  /** Handle of the program; without it the default one. */
  program?: string
  /** Of an invitation that is accepted. */
  invitation_token?: string
}

/** The affiliate as they see themselves; see `GET /affiliate/profile` for all of it. */
export interface AffiliateProfile {
  id: string
  name: string
  email: string
  status: string
  codes: { code: string; discount_percent: number | null }[]
  [more: string]: unknown
}
