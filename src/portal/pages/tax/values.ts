import type { TaxFormType, UsTaxFormType } from "../../../shared/tax-forms"

/** What somebody writes into the form, as texts; empty = nothing. */
export const NOTHING = {
  us_person: "",
  entity: "",
  name: "",
  business_name: "",
  classification: "",
  line_1: "",
  city: "",
  region: "",
  postal_code: "",
  country_code: "",
  citizenship_code: "",
  tin_type: "",
  tin: "",
  backup_withholding: "",
  foreign_tin: "",
  no_foreign_tin: "",
  chapter4_status: "",
  treaty_article: "",
  treaty_rate: "",
  treaty_income: "",
  treaty_conditions: "",
  vat_scheme: "",
  vat_id: "",
  vat_rate: "",
  self_billing: "",
  signature: "",
  capacity: "",
  certified: "",
}

export type TaxValues = typeof NOTHING

export const YES = "yes"

const LINE_LENGTH_MAX = 100
const LENGTHS_MAX: Partial<Record<keyof TaxValues, number>> = {
  name: 200,
  business_name: 200,
  signature: 200,
  postal_code: 40,
  tin: 40,
  foreign_tin: 40,
  vat_id: 40,
  treaty_article: 40,
  treaty_conditions: 500,
}

/** As much as the store takes. */
export const lengthOf = (name: keyof TaxValues): number =>
  LENGTHS_MAX[name] ?? LINE_LENGTH_MAX

/** The form that fits, from two questions; `null` = they are not answered yet. */
export const formOf = ({
  us_person,
  entity,
}: TaxValues): UsTaxFormType | null => {
  if (!us_person || !entity) return null
  if (us_person === YES) return "w9"
  return entity === YES ? "w8bene" : "w8ben"
}

const PERCENT = /^\d{1,3}([.,]\d{1,2})?$/

/** Percent, with the sign or without; `null` = no such number. */
export const readPercent = (text: string): number | null => {
  const plain = text.replace("%", "").trim()
  return PERCENT.test(plain) ? Number(plain.replace(",", ".")) : null
}

const TREATY = [
  "treaty_article",
  "treaty_rate",
  "treaty_income",
  "treaty_conditions",
] as const

/** Whether a claim under a treaty was begun. */
export const claimsTreaty = (values: TaxValues): boolean =>
  TREATY.some((name) => values[name].trim() !== "")

/**
 * What the store is asked to file: what the form asks for, and nothing that was
 * written into another before.
 *
 * @param values in which `problemsIn` finds nothing wrong
 */
export const bodyOf = (
  form: TaxFormType,
  values: TaxValues,
  today: string
): Record<string, unknown> => {
  const given = (name: keyof TaxValues) => values[name].trim() || undefined
  const person = values.entity !== YES
  const country_code = given("country_code")
  return {
    form,
    us_person: form === "w9",
    name: given("name"),
    classification: person
      ? "individual"
      : form === "vat"
        ? "company"
        : given("classification"),
    address: {
      line_1: given("line_1"),
      city: given("city"),
      region: given("region"),
      postal_code: given("postal_code"),
      country_code,
    },
    country_code,
    ...(form === "w9" && {
      business_name: given("business_name"),
      tin_type: given("tin_type"),
      tin: given("tin"),
      subject_to_backup_withholding: values.backup_withholding === YES,
    }),
    ...(form === "w8ben" && { citizenship_code: given("citizenship_code") }),
    ...(form === "w8bene" && { chapter4_status: given("chapter4_status") }),
    ...((form === "w8ben" || form === "w8bene") && {
      ...(values.no_foreign_tin === YES
        ? { foreign_tin_not_required: true }
        : { foreign_tin: given("foreign_tin") }),
      ...(claimsTreaty(values) && {
        treaty: {
          country_code,
          article: given("treaty_article"),
          rate: readPercent(values.treaty_rate),
          income_type: given("treaty_income"),
          conditions: given("treaty_conditions"),
        },
      }),
    }),
    ...(form === "vat" && {
      vat_scheme: given("vat_scheme"),
      vat_id: given("vat_id"),
      ...(values.vat_scheme === "standard" && {
        vat_rate: readPercent(values.vat_rate),
      }),
      self_billing: values.self_billing === YES,
    }),
    signature: {
      name: given("signature"),
      capacity: given("capacity"),
      date: today,
      certified: values.certified === YES,
    },
  }
}
