import type { TaxFormType } from "../../../shared/tax-forms"
import type { Key } from "../../i18n/translate"
import { claimsTreaty, readPercent, YES, type TaxValues } from "./values"

type Name = keyof TaxValues

/** What is wrong with which field. */
export type Problems = Partial<Record<Name, Key>>

/** What each form asks for and cannot do without. */
const asked = (form: TaxFormType, values: TaxValues): Name[] => {
  const foreign = form === "w8ben" || form === "w8bene"
  const when = (is: boolean, ...names: Name[]) => (is ? names : [])
  return [
    "name",
    ...when(form !== "vat" && values.entity === YES, "classification"),
    "line_1",
    "city",
    "country_code",
    ...when(form === "w9", "tin_type", "tin"),
    ...when(form === "w8ben", "citizenship_code"),
    ...when(form === "w8bene", "chapter4_status"),
    ...when(foreign && values.no_foreign_tin !== YES, "foreign_tin"),
    ...when(
      foreign && claimsTreaty(values),
      "treaty_article",
      "treaty_rate",
      "treaty_income",
      ...when(form === "w8bene", "treaty_conditions")
    ),
    ...when(form === "vat", "vat_scheme"),
    ...when(form === "vat" && values.vat_scheme === "standard", "vat_rate"),
    "signature",
    ...when(values.entity === YES, "capacity"),
  ]
}

/** What can be told without the store: what is missing, and what is no number. */
export const problemsIn = (form: TaxFormType, values: TaxValues): Problems => {
  const problems: Problems = {}
  const names = asked(form, values)
  for (const name of names)
    if (!values[name].trim()) problems[name] = "common.required"
  for (const name of ["treaty_rate", "vat_rate"] as const)
    if (
      names.includes(name) &&
      !problems[name] &&
      readPercent(values[name]) === null
    )
      problems[name] = "tax.problems.percent"
  if (values.certified !== YES) problems.certified = "tax.certifyNeeded"
  return problems
}

/** Which field of the form stands for what the store calls otherwise. */
const OF_STORE: Record<string, Name> = {
  "address.line_1": "line_1",
  "address.city": "city",
  "address.region": "region",
  "address.postal_code": "postal_code",
  "address.country_code": "country_code",
  treaty: "treaty_article",
  "treaty.country_code": "treaty_article",
  "treaty.article": "treaty_article",
  "treaty.rate": "treaty_rate",
  "treaty.income_type": "treaty_income",
  "treaty.conditions": "treaty_conditions",
  "signature.name": "signature",
  "signature.capacity": "capacity",
}

const REFUSED = /Field '([\w.]+)'/

const numberWords = (tin_type: string): Key =>
  tin_type === "itin" || tin_type === "ein"
    ? `tax.problems.${tin_type}`
    : "tax.problems.ssn"

/**
 * Where a refusal of the store belongs, and what it means in the reader's own
 * words; without words the store's own are shown.
 *
 * @returns `null` = it is about none of the fields
 */
export const refusedField = (
  message: string,
  values: TaxValues
): { name: Name; words?: Key } | null => {
  const field = REFUSED.exec(message)?.[1]
  if (!field) return null
  const name = OF_STORE[field] ?? field
  if (!isName(name, values)) return null
  const WORDS: Partial<Record<string, Key>> = {
    tin: numberWords(values.tin_type),
    tin_type: "tax.problems.tin_type",
    foreign_tin: "tax.problems.foreign_tin",
    country_code: "tax.problems.us_resident",
    citizenship_code: "tax.problems.us_citizen",
    treaty: "tax.problems.treaty_needs_number",
    "treaty.country_code": "tax.problems.no_treaty",
    "treaty.article": "tax.problems.treaty_article",
    "treaty.rate": "tax.problems.treaty_rate",
    vat_id: "tax.problems.vat_id",
    "signature.capacity": "tax.problems.capacity",
  }
  return { name, words: WORDS[field] }
}

const isName = (name: string, values: TaxValues): name is Name =>
  Object.hasOwn(values, name)
