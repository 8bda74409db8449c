import {
  TaxFormType,
  UsTaxFormType,
  Classification,
  Chapter4Status,
  VatScheme,
} from "../../../../shared/tax-forms"
import { TreatyClaim } from "./treaties"
import { UsTinType } from "./us-tin"

export interface TaxAddress {
  line_1: string
  line_2?: string | null
  city: string
  region?: string | null
  postal_code?: string | null
  country_code: string
}

export interface TaxSignature {
  name: string
  /** As whom they sign, like `Director`. */
  capacity?: string | null
  /** A day in ISO 8601. */
  date: string
  /** Confirmed under penalties of perjury, in the words of the form. */
  certified: boolean
}

/** What a form says, as it is handed in; the numbers in clear. */
export interface TaxFormFacts {
  form: TaxFormType
  us_person: boolean
  /** As on the tax return. */
  name: string
  business_name?: string | null
  classification: Classification
  address: TaxAddress
  /** Of residence for tax; of incorporation for an entity. */
  country_code: string
  citizenship_code?: string | null
  /** A day in ISO 8601. */
  date_of_birth?: string | null
  tin_type?: UsTinType | null
  tin?: string | null
  foreign_tin?: string | null
  /** Their country gives no such number, or does not ask for it. */
  foreign_tin_not_required?: boolean
  /** Line 4 of W-9, 1 to 13: payments to them are exempt from backup withholding. */
  exempt_payee_code?: number | null
  /** Line 2 of part II of W-9 crossed out: the IRS told them that they are subject to it. */
  subject_to_backup_withholding?: boolean
  chapter4_status?: Chapter4Status | null
  treaty?: TreatyClaim | null
  vat_id?: string | null
  vat_scheme?: VatScheme | null
  /** Percent of the VAT of their country on what they are paid, in the amount. */
  vat_rate?: number | null
  /** They agree that the merchant writes their invoices. */
  self_billing?: boolean
  signature: TaxSignature
}

/** The form of the IRS that fits whoever is paid. */
export const formFor = (who: {
  us_person: boolean
  entity: boolean
}): UsTaxFormType => (who.us_person ? "w9" : who.entity ? "w8bene" : "w8ben")

const FORM_NAMES: Record<TaxFormType, string> = {
  w9: "W-9",
  w8ben: "W-8BEN",
  w8bene: "W-8BEN-E",
  vat: "VAT declaration",
}

export const formName = (form: TaxFormType): string => FORM_NAMES[form]
