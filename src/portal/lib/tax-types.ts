import type { TaxFormType, VatScheme } from "../../shared/tax-forms"

/** A tax form on file, numbers masked. */
export type TaxForm = {
  id: string
  form: TaxFormType
  state: "valid" | "expired"
  name: string
  tin_type?: string | null
  tin_masked: string | null
  foreign_tin_masked: string | null
  treaty?: { article: string; rate: number } | null
  vat_id?: string | null
  vat_scheme?: VatScheme | null
  /** Percent. */
  vat_rate?: number | null
  self_billing?: boolean
  expires_on: string | null
  created_at: string
}

/** A paper of a payout, or what corrects one. */
export type TaxDocument = {
  id: string
  payout_id: string
  /** `null` = it is of a payment. */
  corrects_id: string | null
  number: string
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
}
