/** The forms of the IRS, and the declaration of a business that invoices are made from. */
export type TaxFormType = "w9" | "w8ben" | "w8bene" | "vat"
export type UsTaxFormType = Exclude<TaxFormType, "vat">

/** What a person or company is, in the words of the forms. */
export const CLASSIFICATIONS = {
  w9: [
    "individual",
    "c_corporation",
    "s_corporation",
    "partnership",
    "trust_estate",
    "llc_c_corporation",
    "llc_s_corporation",
    "llc_partnership",
    "other",
  ],
  w8ben: ["individual"],
  w8bene: [
    "corporation",
    "disregarded_entity",
    "partnership",
    "simple_trust",
    "complex_trust",
    "grantor_trust",
    "estate",
    "government",
    "central_bank",
    "private_foundation",
    "tax_exempt_organization",
    "international_organization",
  ],
  vat: ["individual", "company"],
} as const satisfies Record<TaxFormType, readonly string[]>

export type Classification = (typeof CLASSIFICATIONS)[TaxFormType][number]

/** Whether somebody signs for themselves or for a company, trust, … */
export const isEntity = (classification: Classification): boolean =>
  classification !== "individual"

/** The standing of an entity under FATCA (chapter 4), those that affiliates have. */
export const CHAPTER4_STATUSES = [
  "active_nffe",
  "passive_nffe",
  "publicly_traded_nffe",
  "nonprofit",
  "excepted_nffe",
  "participating_ffi",
  "registered_deemed_compliant_ffi",
  "other",
] as const
export type Chapter4Status = (typeof CHAPTER4_STATUSES)[number]

/** How an affiliate stands with VAT. */
export const VAT_SCHEMES = ["standard", "small_business", "none"] as const
export type VatScheme = (typeof VAT_SCHEMES)[number]
