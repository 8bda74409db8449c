import type { TaxFormType } from "../../shared/tax-forms"

export type TaxForm = {
  id: string
  version: number
  form: TaxFormType
  state: "valid" | "expired"
  name: string
  country_code: string
  tin_masked: string | null
  foreign_tin_masked: string | null
  treaty?: { country_code: string; article: string; rate: number } | null
  vat_id?: string | null
  self_billing?: boolean
  expires_on: string | null
  created_at: string
}

export type TaxProfile = {
  tax_form: TaxForm | null
  vat_form: TaxForm | null
  year: number
  /** US dollars. */
  threshold: number
  paid_in_year: number
  gate: boolean
  form_valid: boolean
  backup_withholding: boolean
  backup_withholding_reason: string | null
}

/** Somebody looked at numbers in clear. */
export type TaxLook = {
  id: string
  reason: string
  actor_type: string | null
  actor_id: string | null
  created_at: string
}

export type TaxesResponse = { tax_profile: TaxProfile; looks: TaxLook[] }

export type TaxNumbers = {
  tin: string | null
  foreign_tin: string | null
  date_of_birth: string | null
}

export type TaxReportRow = {
  affiliate_id: string
  name: string
  legal_name: string | null
  currency_code: string
  payouts: number
  returned: number
  net: number
  form: TaxFormType | null
  form_state: "missing" | "valid" | "expired"
  tin_masked: string | null
  form_1099_nec_due: boolean
  form_1099_nec_reason:
    | "due"
    | "due_without_form"
    | "other_currency"
    | "below_threshold"
    | "foreign_person"
    | "exempt_payee"
  backup_withholding: boolean
  backup_withholding_amount: number
}

export type TaxReport = {
  year: number
  /** US dollars. */
  threshold: number
  rows: TaxReportRow[]
  count: number
}

/** A paper of a payout, or what corrects one. */
export type TaxDocument = {
  id: string
  payout_id: string
  /** `null` = it is of a payment. */
  corrects_id: string | null
  number: string
}

export type TaxThreshold = {
  /** The first tax year that it holds for. */
  year: number
  amount: number
  gate: boolean
  /** By the store, not by the law as the plugin knows it. */
  set: boolean
}

export type SetTaxThreshold = {
  year: number
  amount: number | null
  gate: boolean
}
