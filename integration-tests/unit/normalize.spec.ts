import fc from "fast-check"
import {
  codeKey,
  mailboxOf,
  normalizeEmail,
} from "../../src/modules/affiliate/domain/normalize"

test.each([
  ["Ada@Example.com", "ada@example.com"],
  ["  ada@example.com\n", "ada@example.com"],
  ["ada+tag@example.com", "ada+tag@example.com"],
  ["a.d.a@gmail.com", "a.d.a@gmail.com"],
])("the e-mail %j is compared as %s", (email, expected) => {
  expect(normalizeEmail(email)).toBe(expected)
})

describe("mailboxOf", () => {
  test.each([
    ["a tag is not another mailbox", "ada+shop@example.com", "ada@example.com"],
    ["several tags neither", "ada+a+b@example.com", "ada@example.com"],
    ["letter case neither", "ADA@EXAMPLE.COM", "ada@example.com"],
    ["dots are, mostly", "a.da@example.com", "a.da@example.com"],
    ["not at Gmail", "a.d.a@gmail.com", "ada@gmail.com"],
    ["dots and a tag at Gmail", "A.da+shop@Gmail.com", "ada@gmail.com"],
    ["Gmail's other name", "ada@googlemail.com", "ada@gmail.com"],
    ["an @ in quotes", '"a@b"+x@example.com', '"a@b"@example.com'],
    ["no address at all", "ada", "ada"],
    ["nothing before the @", "@example.com", "@example.com"],
  ])("%s", (_name, email, expected) => {
    expect(mailboxOf(email)).toBe(expected)
  })

  test("is the same for every way of writing one mailbox", () => {
    const words = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/)
    fc.assert(
      fc.property(words, words, words, (name, tag, host) => {
        const plain = mailboxOf(`${name}@${host}.com`)
        expect(mailboxOf(` ${name.toUpperCase()}+${tag}@${host}.COM `)).toBe(
          plain
        )
        expect(mailboxOf(plain)).toBe(plain)
      })
    )
  })
})

describe("codeKey", () => {
  test("a code matches in any letter case, and however it is spaced around", () => {
    const codes = fc.stringMatching(/^[A-Za-z0-9_-]{2,12}$/)
    fc.assert(
      fc.property(codes, (code) => {
        expect(codeKey(` ${code.toLowerCase()} `)).toBe(
          codeKey(code.toUpperCase())
        )
      })
    )
  })

  test("different codes stay different", () => {
    expect(codeKey("ADA-1")).not.toBe(codeKey("ADA_1"))
  })
})
