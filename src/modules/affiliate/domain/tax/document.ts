import { Amount, sum, toAmount } from "../money"
import { TaxFormFacts } from "./form"
import {
  vatNote,
  VatParty,
  vatParts,
  vatTreatment,
  VatTreatment,
} from "./vat-treatment"

/** A paper of a payment, or what corrects one when the payment came back. */
export const DOCUMENT_KINDS = [
  "self_billing_invoice",
  "remittance_advice",
  "self_billing_correction",
  "remittance_correction",
] as const

export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** A paper of a payment. */
export type OriginalKind = Extract<
  DocumentKind,
  "self_billing_invoice" | "remittance_advice"
>

/** Lines of one document: of a payout with more, the rest is one line. */
export const DOCUMENT_ITEMS_MAX = 400

/** The merchant, as documents name it. */
export interface Issuer {
  name: string
  address_lines?: string[]
  country_code?: string
  vat_id?: string
  tax_number?: string
}

/** Whoever a document names. */
export interface DocumentParty {
  name: string
  lines: string[]
  vat_id: string | null
  tax_number: string | null
}

export interface DocumentItem {
  label: string
  /** Exact decimal in major units; negative where a debt was netted. */
  amount: string
}

/** What the paper of a payout says, fixed when it is issued; amounts are exact decimals in major units. */
export interface PayoutDocument {
  kind: DocumentKind
  number: string
  /** Days in ISO 8601. */
  issued_on: string
  paid_on: string
  payout_display_id: number
  reference: string | null
  currency_code: string
  digits: number
  /** The affiliate. */
  supplier: DocumentParty
  /** The merchant. */
  buyer: DocumentParty
  items: DocumentItem[]
  net: string
  /** Percent; `null` = a remittance advice says nothing of VAT. */
  vat_rate: number | null
  vat: string
  gross: string
  vat_note: string | null
  /** Only of a correction: which paper it corrects, and why. Its amounts are negative. */
  corrects?: {
    number: string
    issued_on: string
    returned_on: string
    /** What is left of the amount after it. */
    remains: string
  }
}

const CODES: Record<DocumentKind, string> = {
  self_billing_invoice: "SB",
  remittance_advice: "RA",
  self_billing_correction: "SBC",
  remittance_correction: "RAC",
}

/** An invoice needs the full name and address of whoever it is written to. */
const canBeInvoiced = (issuer: Issuer): boolean =>
  Boolean(issuer.country_code && issuer.address_lines?.length)

/**
 * An invoice is written for an affiliate who agreed to it and said how they
 * stand with VAT, by a merchant who said who they are; else it is an advice of
 * what was paid.
 */
export const kindOfDocument = (
  vat_form: TaxFormFacts | null,
  issuer: Issuer
): OriginalKind =>
  vat_form?.self_billing && canBeInvoiced(issuer)
    ? "self_billing_invoice"
    : "remittance_advice"

export const documentNumber = (
  prefix: string,
  kind: DocumentKind,
  year: number,
  sequence: number
): string =>
  `${prefix}${CODES[kind]}-${year}-${String(sequence).padStart(6, "0")}`

/** Name and address as on the form, else what is known of the affiliate. */
export const supplierOf = (
  facts: TaxFormFacts | null,
  known: { name: string; email: string }
): DocumentParty => {
  if (!facts) {
    return {
      name: known.name,
      lines: [known.email],
      vat_id: null,
      tax_number: null,
    }
  }
  const { line_1, line_2, postal_code, city, region, country_code } =
    facts.address
  const place = [postal_code, city, region].filter((part) => part).join(" ")
  return {
    name: facts.business_name
      ? `${facts.name} (${facts.business_name})`
      : facts.name,
    lines: [line_1, line_2, place, country_code.toUpperCase()].filter(
      (line): line is string => Boolean(line)
    ),
    vat_id: facts.vat_id ?? null,
    tax_number: null,
  }
}

export const buyerOf = (issuer: Issuer): DocumentParty => ({
  name: issuer.name,
  lines: [
    ...(issuer.address_lines ?? []),
    ...(issuer.country_code ? [issuer.country_code.toUpperCase()] : []),
  ],
  vat_id: issuer.vat_id ?? null,
  tax_number: issuer.tax_number ?? null,
})

/** The items of a document, no more than it has lines; they add up to the same. */
export const fittingItems = (items: DocumentItem[]): DocumentItem[] => {
  if (items.length <= DOCUMENT_ITEMS_MAX) {
    return items
  }
  const rest = items.slice(DOCUMENT_ITEMS_MAX - 1)
  return [
    ...items.slice(0, DOCUMENT_ITEMS_MAX - 1),
    {
      label: `${rest.length} more commissions`,
      amount: sum(rest.map(({ amount }) => toAmount(amount))).toFixed(),
    },
  ]
}

const treatmentOf = (facts: TaxFormFacts, buyer: VatParty): VatTreatment =>
  vatTreatment(
    {
      country_code: facts.country_code,
      vat_id: facts.vat_id ?? null,
      vat_scheme: facts.vat_scheme ?? "none",
      vat_rate: facts.vat_rate ?? null,
    },
    buyer
  )

/** Net, VAT, gross and what has to be said of them. */
export const vatOfDocument = (
  kind: OriginalKind,
  paid: Amount,
  digits: number,
  parties: { vat_form: TaxFormFacts | null; issuer: Issuer }
): Pick<PayoutDocument, "net" | "vat_rate" | "vat" | "gross" | "vat_note"> => {
  const { vat_form, issuer } = parties
  if (kind === "remittance_advice" || !vat_form) {
    const gross = paid.toFixed()
    return { net: gross, vat_rate: null, vat: "0", gross, vat_note: null }
  }
  const treatment = treatmentOf(vat_form, {
    country_code: issuer.country_code ?? null,
    vat_id: issuer.vat_id ?? null,
  })
  const { net, vat, gross } = vatParts(paid, treatment.rate, digits)
  return {
    net: net.toFixed(),
    vat_rate: treatment.rate,
    vat: vat.toFixed(),
    gross: gross.toFixed(),
    vat_note: vatNote(treatment),
  }
}
