import fc from "fast-check"
import {
  lastFour,
  masked,
  readForeignTin,
} from "../../src/modules/affiliate/domain/tax/foreign-tin"
import {
  readUsTin,
  writeUsTin,
  type UsTinType,
} from "../../src/modules/affiliate/domain/tax/us-tin"
import {
  isInEu,
  readVatId,
} from "../../src/modules/affiliate/domain/tax/vat-id"

test.each<[UsTinType, string, string]>([
  ["ssn", "123-45-6788", "123456788"],
  ["ssn", "001010001", "001010001"],
  ["ssn", " 899-99-9999 ", "899999999"],
  ["itin", "900-50-0000", "900500000"],
  ["itin", "912-65-1234", "912651234"],
  ["itin", "912-70-1234", "912701234"],
  ["itin", "912-88-1234", "912881234"],
  ["itin", "912-90-1234", "912901234"],
  ["itin", "912-92-1234", "912921234"],
  ["itin", "912-94-1234", "912941234"],
  ["itin", "999999999", "999999999"],
  ["ein", "01-2345678", "012345678"],
  ["ein", "12-3456789", "123456789"],
  ["ein", "483456789", "483456789"],
  ["ein", "99-0000000", "990000000"],
])("%s %p is taken as %s", (type, text, digits) => {
  expect(readUsTin(type, text)).toBe(digits)
  expect(readUsTin(type, writeUsTin(type, digits))).toBe(digits)
})

test.each<[UsTinType, string]>([
  ["ssn", "000-12-3456"],
  ["ssn", "666-12-3456"],
  ["ssn", "900-12-3456"],
  ["ssn", "123-00-4567"],
  ["ssn", "123-45-0000"],
  ["ssn", "078-05-1120"],
  ["ssn", "219099999"],
  ["ssn", "12-3456789"],
  ["ssn", "12345-6789"],
  ["ssn", "123-456789"],
  ["ssn", "12345678"],
  ["ssn", "1234567890"],
  ["ssn", "123-45-678A"],
  ["ssn", "123 45 6789"],
  ["ssn", ""],
  ["itin", "812-70-1234"],
  ["itin", "912-49-1234"],
  ["itin", "912-66-1234"],
  ["itin", "912-69-1234"],
  ["itin", "912-89-1234"],
  // An ATIN, which adopted children have.
  ["itin", "912-93-1234"],
  ["ein", "00-1234567"],
  ["ein", "07-1234567"],
  ["ein", "17-1234567"],
  ["ein", "28-1234567"],
  ["ein", "49-1234567"],
  ["ein", "69-1234567"],
  ["ein", "78-1234567"],
  ["ein", "89-1234567"],
  ["ein", "96-1234567"],
  ["ein", "123-45-6789"],
  ["ein", "1-23456789"],
])("%s %p is refused", (type, text) => {
  expect(readUsTin(type, text)).toBeNull()
})

test("no number is both of a person and an ITIN", () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^\d{9}$/),
      (digits) =>
        readUsTin("ssn", digits) === null || readUsTin("itin", digits) === null
    )
  )
})

test.each([
  ["86095742719", "86095742719"],
  [" 12 345 67 ", "12 345 67"],
  ["AB-12/34.5", "AB-12/34.5"],
  ["МФ123456", "МФ123456"],
])("a foreign number %p is kept as %p", (text, kept) => {
  expect(readForeignTin(text)).toBe(kept)
})

test.each([
  "",
  "123",
  "0000000",
  "none",
  "n/a",
  "-1234",
  "12<34>56",
  "a".repeat(31),
])("%p is no foreign number", (text) => {
  expect(readForeignTin(text)).toBeNull()
})

test("what is shown of a number is its end, never more than half of it", () => {
  expect(lastFour("123-45-6788")).toBe("6788")
  expect(lastFour("86095742719")).toBe("2719")
  expect(lastFour("12345")).toBe("45")
  expect(masked(lastFour("123456788"))).toBe("•••• 6788")
  expect(masked(null)).toBeNull()
})

const GOOD_VAT_IDS: [string, string][] = [
  ["at", "ATU12345678"],
  ["be", "BE0123456789"],
  ["bg", "BG123456789"],
  ["cy", "CY12345678L"],
  ["cz", "CZ12345678"],
  ["de", "DE123456789"],
  ["dk", "DK12345678"],
  ["ee", "EE123456789"],
  ["es", "ESX1234567X"],
  ["fi", "FI12345678"],
  ["fr", "FRXX999999999"],
  ["gr", "EL123456789"],
  ["hr", "HR12345678901"],
  ["hu", "HU12345678"],
  ["ie", "IE1234567WA"],
  ["ie", "IE1S12345L"],
  ["it", "IT12345678901"],
  ["lt", "LT123456789012"],
  ["lu", "LU12345678"],
  ["lv", "LV12345678901"],
  ["mt", "MT12345678"],
  ["nl", "NL123456789B01"],
  ["pl", "PL1234567890"],
  ["pt", "PT123456789"],
  ["ro", "RO12"],
  ["se", "SE123456789001"],
  ["si", "SI12345678"],
  ["sk", "SK1234567890"],
  ["xi", "XI123456789"],
  ["xi", "XIGD123"],
]

test.each(GOOD_VAT_IDS)("%s: %s is a VAT number", (country, id) => {
  expect(readVatId(country, id)).toBe(id)
  expect(readVatId(country, ` ${id.toLowerCase()} `)).toBe(id)
  expect(readVatId(country, `${id}9999999999999`)).toBeNull()
})

test("without the country's letters, with spaces and dots, it is the same number", () => {
  expect(readVatId("de", "123 456.789")).toBe("DE123456789")
})

test.each([
  ["de", "AT123456789"],
  ["de", "DE12345678"],
  ["de", "DE12345678X"],
  ["at", "AT12345678"],
  ["es", "ES123456789"],
  ["gr", "GR123456789"],
  ["nl", "NL123456789001"],
  ["us", "123456789"],
  ["gb", "GB123456789"],
])("%s: %s is none", (country, id) => {
  expect(readVatId(country, id)).toBeNull()
})

test("the EU has 27 countries, each with its form", () => {
  const countries = new Set(GOOD_VAT_IDS.map(([country]) => country))
  expect([...countries].filter(isInEu)).toHaveLength(27)
  expect(isInEu("xi")).toBe(false)
  expect(isInEu("gb")).toBe(false)
})
