import {
  CODE_ALPHABET,
  CODE_RULE,
  codeFromName,
} from "../../src/modules/affiliate/domain/code"

describe("the rule of codes", () => {
  test.each([
    "AB",
    "a1",
    "9x",
    "Ada-10",
    "ADA_TEN",
    `A${"b".repeat(62)}`,
    "a--__",
  ])("takes %s", (code) => expect(CODE_RULE.test(code)).toBe(true))

  test.each([
    "",
    "A",
    `A${"b".repeat(63)}`,
    "-ab",
    "_ab",
    "a b",
    "a.b",
    "ädä",
    "ab\n",
    "a%",
    "a/b",
  ])("refuses %j", (code) => expect(CODE_RULE.test(code)).toBe(false))
})

describe("a code made from a name", () => {
  test.each([
    ["Ada Lovelace", "ADALOVELACE-7K3M9Q"],
    ["Zoë O'Brien-Smith", "ZOEOBRIENSMI-7K3M9Q"],
    ["李小龍", "PARTNER-7K3M9Q"],
    ["  ", "PARTNER-7K3M9Q"],
    ["3M Company", "3MCOMPANY-7K3M9Q"],
  ])("%s becomes %s", (name, code) => {
    expect(codeFromName(name, "7K3M9Q")).toBe(code)
  })

  test("keeps the rule whatever the name is", () => {
    for (const name of [
      "",
      "-",
      "\u0000",
      "🎉",
      "a".repeat(500),
      "__proto__",
    ]) {
      expect(codeFromName(name, CODE_ALPHABET.slice(0, 6))).toMatch(CODE_RULE)
    }
  })

  test("draws from letters and digits that nobody mistakes for another", () => {
    expect(new Set(CODE_ALPHABET).size).toBe(CODE_ALPHABET.length)
    for (const sign of "0O1IL2Z5S8B") expect(CODE_ALPHABET).not.toContain(sign)
  })
})
