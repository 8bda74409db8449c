/** Tax forms that can be filed as they stand. */

const today = (): string => new Date().toISOString().slice(0, 10)

const ADDRESS = {
  line_1: "1 Main St",
  city: "Springfield",
  region: "IL",
  postal_code: "62701",
  country_code: "us",
}

export const SSN = "123-45-6788"
export const FOREIGN_TIN = "86095742719"

export const w9 = (over: Record<string, unknown> = {}) => ({
  form: "w9",
  us_person: true,
  name: "Augusta Ada King",
  classification: "individual",
  address: ADDRESS,
  country_code: "us",
  tin_type: "ssn",
  tin: SSN,
  signature: {
    name: "Augusta Ada King",
    date: today(),
    certified: true,
  },
  ...over,
})

export const w8ben = (over: Record<string, unknown> = {}) => ({
  form: "w8ben",
  name: "Bob Ross",
  classification: "individual",
  address: { ...ADDRESS, country_code: "de" },
  country_code: "de",
  citizenship_code: "de",
  foreign_tin: FOREIGN_TIN,
  signature: { name: "Bob Ross", date: today(), certified: true },
  ...over,
})

export const vatForm = (over: Record<string, unknown> = {}) => ({
  form: "vat",
  name: "Müller & Søn",
  classification: "company",
  address: {
    line_1: "Gartenweg 3",
    city: "Köln",
    postal_code: "50667",
    country_code: "de",
  },
  country_code: "de",
  vat_id: "DE 123 456 789",
  vat_scheme: "standard",
  vat_rate: 19,
  self_billing: true,
  signature: {
    name: "Mia Müller",
    capacity: "Owner",
    date: today(),
    certified: true,
  },
  ...over,
})
