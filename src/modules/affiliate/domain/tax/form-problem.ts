import { readForeignTin } from "./foreign-tin"
import { formFor, formName, TaxFormFacts } from "./form"
import { CLASSIFICATIONS, isEntity } from "../../../../shared/tax-forms"
import { expiryOf } from "./form-life"
import { problemOfTreaty } from "./treaties"
import { readUsTin, UsTinType } from "./us-tin"
import { isInEu, readVatId, vatPrefixOf } from "./vat-id"

const says = (field: string, rule: string): string => `Field '${field}' ${rule}`

/** Whose numbers may stand on a W-9: an estate, a trust or another may have either. */
const tinTypesOf = ({
  form,
  classification,
}: TaxFormFacts): readonly UsTinType[] => {
  if (form === "w8bene") {
    return ["ein"]
  }
  if (form === "w8ben") {
    return ["ssn", "itin"]
  }
  return classification === "individual" ||
    classification === "trust_estate" ||
    classification === "other"
    ? ["ssn", "itin", "ein"]
    : ["ein"]
}

const HOW_WRITTEN: Record<UsTinType, string> = {
  ssn: "a Social Security number like 123-45-6789",
  itin: "an ITIN like 912-78-1234",
  ein: "an EIN like 12-3456789",
}

const problemOfUsTin = (facts: TaxFormFacts): string | null => {
  const { form, tin, tin_type } = facts
  if (!tin && !tin_type) {
    return form === "w9" ? says("tin", "is required on a W-9") : null
  }
  if (!tin) {
    return says("tin", "must be there where 'tin_type' is")
  }
  if (!tin_type) {
    return says("tin_type", "must say what kind of number 'tin' is")
  }
  const types = tinTypesOf(facts)
  if (!types.includes(tin_type)) {
    return says(
      "tin_type",
      `must be ${types.join(" or ")} on a ${formName(form)} of this classification`
    )
  }
  return readUsTin(tin_type, tin) === null
    ? says("tin", `must be ${HOW_WRITTEN[tin_type]}`)
    : null
}

const problemOfForeignTin = (facts: TaxFormFacts): string | null => {
  const { form, foreign_tin, foreign_tin_not_required } = facts
  if (form === "w9") {
    return foreign_tin || foreign_tin_not_required
      ? says("foreign_tin", "has no place on a W-9")
      : null
  }
  if (!foreign_tin) {
    return foreign_tin_not_required
      ? null
      : says(
          "foreign_tin",
          "is required, unless 'foreign_tin_not_required' says that the country of residence has none"
        )
  }
  if (foreign_tin_not_required) {
    return says(
      "foreign_tin_not_required",
      "must not be set where there is a 'foreign_tin'"
    )
  }
  return readForeignTin(foreign_tin) === null
    ? says("foreign_tin", "must be a number of the country of residence")
    : null
}

const problemOfSignature = (
  facts: TaxFormFacts,
  today: string
): string | null => {
  const { name, capacity, date, certified } = facts.signature
  if (!certified) {
    return says(
      "signature.certified",
      "must be true: a form is signed under penalties of perjury"
    )
  }
  if (date > today) {
    return says("signature.date", "must not be in the future")
  }
  const until = expiryOf(facts.form, date)
  if (until !== null && until < today) {
    return says(
      "signature.date",
      `is so long ago that the form was over on ${until}`
    )
  }
  const signsForOthers =
    isEntity(facts.classification) || !sameName(name, facts.name)
  return signsForOthers && !capacity
    ? says(
        "signature.capacity",
        "must say as whom they sign: it is not the taxpayer in person"
      )
    : null
}

const sameName = (a: string, b: string): boolean => {
  const plain = (text: string): string =>
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, "")
  return plain(a) === plain(b)
}

/** Fields that belong to one form and have no place on the others. */
const ONLY_ON: [field: keyof TaxFormFacts, forms: TaxFormFacts["form"][]][] = [
  ["exempt_payee_code", ["w9"]],
  ["subject_to_backup_withholding", ["w9"]],
  ["citizenship_code", ["w8ben"]],
  ["date_of_birth", ["w8ben"]],
  ["chapter4_status", ["w8bene"]],
  ["treaty", ["w8ben", "w8bene"]],
  ["vat_id", ["vat"]],
  ["vat_scheme", ["vat"]],
  ["vat_rate", ["vat"]],
  ["self_billing", ["vat"]],
]

const problemOfPlace = (facts: TaxFormFacts): string | null => {
  for (const [field, forms] of ONLY_ON) {
    const value = facts[field]
    const given = value !== undefined && value !== null && value !== false
    if (given && !forms.includes(facts.form)) {
      return says(field, `has no place on a ${formName(facts.form)}`)
    }
  }
  return null
}

const problemOfWho = (facts: TaxFormFacts): string | null => {
  const { form, us_person, classification } = facts
  const known: readonly string[] = CLASSIFICATIONS[form]
  if (!known.includes(classification)) {
    const fits =
      form === "w8ben" && !us_person
        ? ": a company hands in a W-8BEN-E"
        : form === "w8bene" && classification === "individual"
          ? ": a person hands in a W-8BEN"
          : ""
    return says("classification", `must be one of ${known.join(", ")}${fits}`)
  }
  if (form === "vat") {
    return null
  }
  const fitting = formFor({ us_person, entity: isEntity(classification) })
  return fitting === form
    ? null
    : says(
        "form",
        `must be ${fitting} for ${us_person ? "a US person" : "somebody who is no US person"}`
      )
}

const problemOfForeigner = (facts: TaxFormFacts): string | null => {
  const { form, country_code, citizenship_code, chapter4_status, treaty } =
    facts
  if (country_code === "us") {
    return says(
      "country_code",
      "must not be us: whoever is resident there hands in a W-9"
    )
  }
  if (form === "w8ben" && !citizenship_code) {
    return says("citizenship_code", "is required on a W-8BEN")
  }
  if (form === "w8ben" && citizenship_code === "us") {
    return says(
      "citizenship_code",
      "must not be us: a citizen of the United States hands in a W-9"
    )
  }
  if (form === "w8bene" && !chapter4_status) {
    return says("chapter4_status", "is required on a W-8BEN-E")
  }
  if (!treaty) {
    return null
  }
  if (!facts.tin && !facts.foreign_tin) {
    return says("treaty", "can be claimed only with a 'tin' or a 'foreign_tin'")
  }
  if (form === "w8bene" && !treaty.conditions) {
    return says(
      "treaty.conditions",
      "must say which limitation on benefits is met"
    )
  }
  return problemOfTreaty(treaty, country_code)
}

const problemOfVat = (facts: TaxFormFacts): string | null => {
  const { country_code, vat_scheme, vat_id, vat_rate } = facts
  if (!vat_scheme) {
    return says("vat_scheme", "must be standard, small_business or none")
  }
  if (vat_id && readVatId(country_code, vat_id) === null) {
    const prefix = vatPrefixOf(country_code)
    return says(
      "vat_id",
      prefix
        ? `must be a VAT number of that country, ${prefix} and its digits`
        : "must be empty: only VAT numbers of the EU are known here"
    )
  }
  if (vat_scheme === "standard" && isInEu(country_code) && !vat_id) {
    return says(
      "vat_id",
      "is required of a business in the EU that charges VAT"
    )
  }
  if (vat_scheme === "standard" && typeof vat_rate !== "number") {
    return says("vat_rate", "is required where 'vat_scheme' is standard")
  }
  return vat_scheme !== "standard" && vat_rate
    ? says("vat_rate", "has no place where no VAT is charged")
    : null
}

/**
 * @param today a day in ISO 8601
 * @returns what is wrong with a form, naming the field and the rule; `null` = it can be filed
 */
export const problemOfForm = (
  facts: TaxFormFacts,
  today: string
): string | null =>
  problemOfWho(facts) ??
  problemOfPlace(facts) ??
  (facts.form === "vat"
    ? problemOfVat(facts)
    : (problemOfUsTin(facts) ??
      problemOfForeignTin(facts) ??
      (facts.form === "w9" ? null : problemOfForeigner(facts)))) ??
  problemOfSignature(facts, today)
