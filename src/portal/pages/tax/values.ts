import type { TaxFormType, UsTaxFormType } from "../../../shared/tax-forms"

/** Of a choice that nobody has made yet. */
export const UNDECIDED = { value: "", label: "" }

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

/** The form that fits, from two questions; `null` = they are not answered yet. */
export const formOf = ({
  us_person,
  entity,
}: TaxValues): UsTaxFormType | null => {
  if (!us_person || !entity) return null
  if (us_person === YES) return "w9"
  return entity === YES ? "w8bene" : "w8ben"
}

const number = (text: string): number | undefined =>
  text.trim() ? Number(text.trim().replace(",", ".")) : undefined

/** What the store is asked to file. Empty fields are left out; the store says what is missing. */
export const bodyOf = (
  form: TaxFormType,
  values: TaxValues,
  today: string
): Record<string, unknown> => {
  const given = (name: keyof TaxValues) => values[name].trim() || undefined
  const person = values.entity !== YES
  const classification = person ? "individual" : given("classification")
  const treaty =
    form !== "vat" && form !== "w9" && given("treaty_article")
      ? {
          country_code: given("country_code"),
          article: given("treaty_article"),
          rate: number(values.treaty_rate),
          income_type: given("treaty_income"),
          conditions: given("treaty_conditions"),
        }
      : undefined
  return {
    form,
    us_person: form === "w9",
    name: given("name"),
    business_name: given("business_name"),
    classification: form === "vat" && !person ? "company" : classification,
    address: {
      line_1: given("line_1"),
      city: given("city"),
      region: given("region"),
      postal_code: given("postal_code"),
      country_code: given("country_code"),
    },
    country_code: given("country_code"),
    ...(form === "w8ben"
      ? { citizenship_code: given("citizenship_code") }
      : {}),
    ...(form === "w8bene" ? { chapter4_status: given("chapter4_status") } : {}),
    ...(form === "vat"
      ? {
          vat_scheme: given("vat_scheme"),
          vat_id: given("vat_id"),
          vat_rate:
            values.vat_scheme === "standard"
              ? number(values.vat_rate)
              : undefined,
          self_billing: values.self_billing === YES,
        }
      : { tin_type: given("tin") && given("tin_type"), tin: given("tin") }),
    ...(form === "w8ben" || form === "w8bene"
      ? {
          foreign_tin: given("foreign_tin"),
          foreign_tin_not_required: values.no_foreign_tin === YES || undefined,
        }
      : {}),
    treaty,
    signature: {
      name: given("signature"),
      capacity: given("capacity"),
      date: today,
      certified: values.certified === YES,
    },
  }
}
