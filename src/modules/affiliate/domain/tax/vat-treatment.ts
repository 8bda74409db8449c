import { Amount, roundToCurrency, toAmount } from "../money"
import { VatScheme } from "../../../../shared/tax-forms"
import { isInEu } from "./vat-id"

/** How VAT stands on the invoice of an affiliate to the merchant. */
export interface VatTreatment {
  kind:
    | "domestic"
    | "reverse_charge"
    | "outside_scope"
    | "small_business"
    | "not_registered"
  /** Percent inside the amount. */
  rate: number
}

export interface VatParty {
  country_code: string | null
  vat_id: string | null
}

/**
 * The commission of an affiliate is a service to another business, taxed where
 * that business is: across a border inside the EU, and into it, the merchant
 * owes the tax (reverse charge).
 *
 * @param supplier the affiliate
 * @param buyer the merchant
 */
export const vatTreatment = (
  supplier: VatParty & { vat_scheme: VatScheme; vat_rate: number | null },
  buyer: VatParty
): VatTreatment => {
  if (supplier.vat_scheme === "none") {
    return { kind: "not_registered", rate: 0 }
  }
  const abroad =
    buyer.country_code !== null && buyer.country_code !== supplier.country_code
  if (abroad && supplier.country_code !== null) {
    if (isInEu(buyer.country_code!)) {
      return { kind: "reverse_charge", rate: 0 }
    }
    return { kind: "outside_scope", rate: 0 }
  }
  return supplier.vat_scheme === "small_business"
    ? { kind: "small_business", rate: 0 }
    : { kind: "domestic", rate: supplier.vat_rate ?? 0 }
}

export interface VatParts {
  net: Amount
  vat: Amount
  gross: Amount
}

/**
 * What is paid out is the whole of it: VAT is inside the amount and adds
 * nothing, so that no money moves because of a document.
 *
 * @param digits decimal digits of the currency
 */
export const vatParts = (
  paid: Amount,
  rate: number,
  digits: number
): VatParts => {
  const net = roundToCurrency(
    paid.times(100).div(toAmount(100).plus(rate)),
    digits
  )
  return { net, vat: paid.minus(net), gross: paid }
}

/** What an invoice has to say of its VAT, in English and German. */
export const vatNote = ({ kind }: VatTreatment): string | null => {
  switch (kind) {
    case "domestic":
      return null
    case "reverse_charge":
      return "Reverse charge: the recipient owes the VAT (Art. 44 and 196 of Directive 2006/112/EC). Steuerschuldnerschaft des Leistungsempfängers."
    case "outside_scope":
      return "The place of supply is where the recipient is established: no VAT of the supplier's country is charged. Nicht im Land des Leistenden steuerbar."
    case "small_business":
      return "No VAT is charged: exemption for small enterprises. Kein Ausweis von Umsatzsteuer: Kleinunternehmer."
    case "not_registered":
      return "The supplier is not registered for VAT: no VAT is charged."
  }
}
