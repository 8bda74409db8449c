import {
  formFor,
  type TaxFormFacts,
} from "../../src/modules/affiliate/domain/tax/form"
import {
  expiryOf,
  isExpired,
} from "../../src/modules/affiliate/domain/tax/form-life"
import { problemOfForm } from "../../src/modules/affiliate/domain/tax/form-problem"

const TODAY = "2026-11-27"
const SIGNED = {
  name: "Ada Lovelace",
  date: TODAY,
  certified: true,
}
const ADDRESS = {
  line_1: "1 Main St",
  city: "Springfield",
  region: "IL",
  postal_code: "62701",
  country_code: "us",
}
const W9: TaxFormFacts = {
  form: "w9",
  us_person: true,
  name: "Ada Lovelace",
  classification: "individual",
  address: ADDRESS,
  country_code: "us",
  tin_type: "ssn",
  tin: "123-45-6788",
  signature: SIGNED,
}
const W8BEN: TaxFormFacts = {
  form: "w8ben",
  us_person: false,
  name: "Ada Lovelace",
  classification: "individual",
  address: { ...ADDRESS, country_code: "de" },
  country_code: "de",
  citizenship_code: "gb",
  foreign_tin: "86095742719",
  signature: SIGNED,
}
const TREATY = {
  country_code: "de",
  article: "7(1)",
  rate: 0,
  income_type: "Business profits",
}
const W8BENE: TaxFormFacts = {
  form: "w8bene",
  us_person: false,
  name: "Analytical Engines GmbH",
  classification: "corporation",
  address: { ...ADDRESS, country_code: "de" },
  country_code: "de",
  chapter4_status: "active_nffe",
  foreign_tin: "86095742719",
  signature: { ...SIGNED, capacity: "Managing director" },
}
const VAT: TaxFormFacts = {
  form: "vat",
  us_person: false,
  name: "Analytical Engines GmbH",
  classification: "company",
  address: { ...ADDRESS, country_code: "de" },
  country_code: "de",
  vat_id: "DE123456789",
  vat_scheme: "standard",
  vat_rate: 19,
  self_billing: true,
  signature: { ...SIGNED, capacity: "Managing director" },
}

const GOOD: [string, TaxFormFacts][] = [
  ["a person's W-9", W9],
  [
    "a W-9 of somebody abroad",
    { ...W9, address: { ...ADDRESS, country_code: "fr" }, country_code: "fr" },
  ],
  [
    "a W-9 of a sole proprietor by EIN",
    { ...W9, tin_type: "ein", tin: "12-3456789", business_name: "Engines" },
  ],
  [
    "a corporation's W-9",
    {
      ...W9,
      classification: "c_corporation",
      name: "Engines Inc.",
      tin_type: "ein",
      tin: "12-3456789",
      exempt_payee_code: 5,
      signature: { ...SIGNED, capacity: "CFO" },
    },
  ],
  ["a W-8BEN", W8BEN],
  ["a W-8BEN with a treaty", { ...W8BEN, treaty: TREATY }],
  [
    "a W-8BEN of a country without numbers",
    {
      ...W8BEN,
      foreign_tin: null,
      foreign_tin_not_required: true,
      country_code: "ae",
    },
  ],
  ["a W-8BEN with an ITIN", { ...W8BEN, tin_type: "itin", tin: "912-70-1234" }],
  [
    "a W-8BEN signed by somebody else in a capacity",
    {
      ...W8BEN,
      signature: { ...SIGNED, name: "Charles Babbage", capacity: "Agent" },
    },
  ],
  [
    "a W-8BEN signed three years ago",
    { ...W8BEN, signature: { ...SIGNED, date: "2023-01-01" } },
  ],
  [
    "a W-8BEN signed in other letters of the name",
    { ...W8BEN, signature: { ...SIGNED, name: "ada  LOVELACE" } },
  ],
  ["a W-8BEN-E", W8BENE],
  [
    "a W-8BEN-E with a treaty",
    {
      ...W8BENE,
      treaty: { ...TREATY, conditions: "Active trade or business" },
    },
  ],
  ["a VAT declaration", VAT],
  [
    "one of a small business without a number",
    { ...VAT, vat_id: null, vat_rate: null, vat_scheme: "small_business" },
  ],
  [
    "one of a business outside the EU",
    { ...VAT, country_code: "ch", vat_id: null, vat_rate: 8.1 },
  ],
]

test.each(GOOD)("%s can be filed", (_, facts) => {
  expect(problemOfForm(facts, TODAY)).toBeNull()
})

const BAD: [string, TaxFormFacts, RegExp][] = [
  [
    "a W-9 without a number",
    { ...W9, tin: null, tin_type: null },
    /'tin' is required/,
  ],
  ["a number of no kind", { ...W9, tin_type: null }, /'tin_type'/],
  ["a kind without a number", { ...W9, tin: null }, /'tin' must be there/],
  [
    "an SSN that cannot be",
    { ...W9, tin: "000-45-6788" },
    /'tin'.*Social Security/,
  ],
  [
    "an EIN that cannot be",
    { ...W9, tin_type: "ein", tin: "07-3456789" },
    /'tin'.*EIN/,
  ],
  [
    "a corporation by SSN",
    {
      ...W9,
      classification: "c_corporation",
      signature: { ...SIGNED, capacity: "CFO" },
    },
    /'tin_type' must be ein/,
  ],
  [
    "an entity by ITIN",
    { ...W8BENE, tin_type: "itin", tin: "912-70-1234" },
    /'tin_type' must be ein/,
  ],
  [
    "a W-9 of somebody who is no US person",
    { ...W9, us_person: false },
    /'form' must be w8ben/,
  ],
  [
    "a W-9 of a foreign company",
    { ...W9, us_person: false, classification: "partnership" },
    /'form' must be w8bene/,
  ],
  [
    "a W-8BEN of a US person",
    { ...W8BEN, us_person: true },
    /'form' must be w9/,
  ],
  [
    "a W-8BEN of a company",
    { ...W8BEN, classification: "corporation" },
    /'classification'.*W-8BEN-E/,
  ],
  [
    "a W-8BEN-E of a person",
    { ...W8BENE, classification: "individual" },
    /'classification'.*W-8BEN$/,
  ],
  [
    "a W-8BEN of a resident of the US",
    { ...W8BEN, country_code: "us" },
    /'country_code' must not be us/,
  ],
  [
    "a W-8BEN of a citizen of the US",
    { ...W8BEN, citizenship_code: "us" },
    /'citizenship_code' must not be us/,
  ],
  [
    "a W-8BEN without citizenship",
    { ...W8BEN, citizenship_code: null },
    /'citizenship_code' is required/,
  ],
  [
    "a W-8BEN-E without a chapter 4 status",
    { ...W8BENE, chapter4_status: null },
    /'chapter4_status' is required/,
  ],
  [
    "a W-8BEN without a foreign number",
    { ...W8BEN, foreign_tin: null },
    /'foreign_tin' is required/,
  ],
  [
    "a foreign number that is none",
    { ...W8BEN, foreign_tin: "none" },
    /'foreign_tin' must be/,
  ],
  [
    "a number and none needed",
    { ...W8BEN, foreign_tin_not_required: true },
    /'foreign_tin_not_required'/,
  ],
  [
    "a foreign number on a W-9",
    { ...W9, foreign_tin: "86095742719" },
    /'foreign_tin' has no place/,
  ],
  [
    "a treaty of another country",
    { ...W8BEN, treaty: { ...TREATY, country_code: "fr" } },
    /'treaty.country_code' must be the country of residence/,
  ],
  [
    "a treaty that is not there",
    { ...W8BEN, country_code: "br", treaty: { ...TREATY, country_code: "br" } },
    /'treaty.country_code'.*in force/,
  ],
  [
    "a treaty that has ended",
    { ...W8BEN, country_code: "hu", treaty: { ...TREATY, country_code: "hu" } },
    /'treaty.country_code'.*in force/,
  ],
  [
    "an article that is none",
    { ...W8BEN, treaty: { ...TREATY, article: "the seventh" } },
    /'treaty.article'/,
  ],
  [
    "a rate of a treaty that is none",
    { ...W8BEN, treaty: { ...TREATY, rate: 30 } },
    /'treaty.rate'/,
  ],
  [
    "a rate below nothing",
    { ...W8BEN, treaty: { ...TREATY, rate: -1 } },
    /'treaty.rate'/,
  ],
  [
    "a treaty without any number",
    {
      ...W8BEN,
      foreign_tin: null,
      foreign_tin_not_required: true,
      treaty: TREATY,
    },
    /'treaty' can be claimed only/,
  ],
  [
    "an entity's treaty without its benefits' limits",
    { ...W8BENE, treaty: TREATY },
    /'treaty.conditions'/,
  ],
  [
    "a treaty on a W-9",
    { ...W9, treaty: TREATY },
    /'treaty' has no place on a W-9/,
  ],
  [
    "an exempt payee on a W-8BEN",
    { ...W8BEN, exempt_payee_code: 5 },
    /'exempt_payee_code' has no place/,
  ],
  [
    "a VAT number on a W-9",
    { ...W9, vat_id: "DE123456789" },
    /'vat_id' has no place/,
  ],
  [
    "no confirmation",
    { ...W9, signature: { ...SIGNED, certified: false } },
    /'signature.certified'/,
  ],
  [
    "a signature of tomorrow",
    { ...W9, signature: { ...SIGNED, date: "2026-11-28" } },
    /'signature.date' must not be in the future/,
  ],
  [
    "a W-8BEN that is over",
    { ...W8BEN, signature: { ...SIGNED, date: "2022-12-31" } },
    /'signature.date'.*2025-12-31/,
  ],
  [
    "an entity's signature in no capacity",
    { ...W8BENE, signature: SIGNED },
    /'signature.capacity'/,
  ],
  [
    "somebody else's signature in no capacity",
    { ...W8BEN, signature: { ...SIGNED, name: "Charles Babbage" } },
    /'signature.capacity'/,
  ],
  ["VAT without a scheme", { ...VAT, vat_scheme: null }, /'vat_scheme'/],
  [
    "a VAT number of another country",
    { ...VAT, vat_id: "ATU12345678" },
    /'vat_id'.*DE/,
  ],
  [
    "a VAT number of a country that is not known",
    { ...VAT, country_code: "us" },
    /'vat_id' must be empty/,
  ],
  [
    "VAT charged without a number",
    { ...VAT, vat_id: null },
    /'vat_id' is required/,
  ],
  [
    "VAT charged at no rate",
    { ...VAT, vat_rate: null },
    /'vat_rate' is required/,
  ],
  [
    "a rate where no VAT is charged",
    { ...VAT, vat_scheme: "small_business" },
    /'vat_rate' has no place/,
  ],
]

test.each(BAD)("%s cannot be filed, and why is said", (_, facts, why) => {
  expect(problemOfForm(facts, TODAY)).toMatch(why)
})

test.each([
  [true, false, "w9"],
  [true, true, "w9"],
  [false, false, "w8ben"],
  [false, true, "w8bene"],
])("US person %p, entity %p: %s fits", (us_person, entity, form) => {
  expect(formFor({ us_person, entity })).toBe(form)
})

test("a W-8 holds until the end of the third year after it was signed, a W-9 for ever", () => {
  expect(expiryOf("w8ben", "2026-01-01")).toBe("2029-12-31")
  expect(expiryOf("w8bene", "2026-12-31")).toBe("2029-12-31")
  expect(expiryOf("w9", "2026-01-01")).toBeNull()
  expect(expiryOf("vat", "2026-01-01")).toBeNull()
  expect(isExpired("2029-12-31", "2029-12-31")).toBe(false)
  expect(isExpired("2029-12-31", "2030-01-01")).toBe(true)
  expect(isExpired(null, "2999-01-01")).toBe(false)
})
