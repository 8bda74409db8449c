import fc from "fast-check"
import {
  kindOfDocument,
  problemOfAdding,
  problemOfIdentityRule,
} from "../../src/modules/affiliate/domain/identity"

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part)
    )
  )

describe("what a file is", () => {
  test.each([
    ["application/pdf", bytes("%PDF-1.7\n…")],
    ["image/png", bytes([0x89], "PNG\r\n", [0x1a, 0x0a, 0, 0])],
    ["image/jpeg", bytes([0xff, 0xd8, 0xff, 0xe0], "JFIF")],
    ["image/webp", bytes("RIFF", [1, 2, 3, 4], "WEBPVP8 ")],
  ])("is %s by its first bytes", (kind, file) => {
    expect(kindOfDocument(file)).toBe(kind)
    expect(kindOfDocument(file.subarray(1))).toBeNull()
    expect(kindOfDocument(Buffer.concat([bytes(" "), file]))).toBeNull()
  })

  test.each([
    ["nothing", bytes()],
    ["a page", bytes("<html><script>alert(1)</script>")],
    ["a drawing that runs", bytes("<svg onload=alert(1)>")],
    ["a program", bytes("MZ", [0x90, 0])],
    ["a sound", bytes("RIFF", [1, 2, 3, 4], "WAVEfmt ")],
    ["the beginning of a picture", bytes([0x89], "PNG")],
  ])("is none of the allowed kinds: %s", (_what, file) => {
    expect(kindOfDocument(file)).toBeNull()
  })

  test("is never told by accident of text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!text.startsWith("%PDF-") && !text.startsWith("RIFF"))
        return kindOfDocument(Buffer.from(text, "utf8")) === null
      })
    )
  })
})

test("a document can be added up to the tenth, and until the identity is verified", () => {
  for (const status of ["not_required", "pending", "rejected"] as const) {
    expect(problemOfAdding(status, 0)).toBeNull()
    expect(problemOfAdding(status, 9)).toBeNull()
    expect(problemOfAdding(status, 10)).toMatch(/10 documents/)
  }
  expect(problemOfAdding("verified", 0)).toMatch(/verified/)
})

test("a program that asks beyond an amount says which", () => {
  const amounts = [{ currency_code: "usd", amount: 600 }]
  for (const identity_required of ["never", "always"] as const)
    expect(
      problemOfIdentityRule({ identity_required, identity_amounts: [] })
    ).toBeNull()
  expect(
    problemOfIdentityRule({
      identity_required: "above_amount",
      identity_amounts: amounts,
    })
  ).toBeNull()
  expect(
    problemOfIdentityRule({
      identity_required: "above_amount",
      identity_amounts: [],
    })
  ).toMatch(/'identity_amounts'/)
})
