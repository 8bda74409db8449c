import fc from "fast-check"
import { SecretBox } from "../../src/modules/affiliate/secrets"

const KEY = "a secret of at least sixteen characters"
const box = new SecretBox(KEY)

test("what was sealed for a row opens for that row", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.string({ minLength: 1 }),
      (text, row_id) => {
        expect(box.open(box.seal(text, row_id), row_id)).toBe(text)
      }
    )
  )
})

test("a secret copied into another row does not open", () => {
  const envelope = box.seal("DE89370400440532013000", "affmeth_1")
  expect(() => box.open(envelope, "affmeth_2")).toThrow(
    /affmeth_2 cannot be read/
  )
})

test("the same secret is never sealed the same way twice", () => {
  const envelopes = new Set(
    Array.from({ length: 100 }, () => box.seal("same", "affmeth_1"))
  )
  expect(envelopes.size).toBe(100)
})

test("an envelope shows neither the secret nor the key", () => {
  const envelope = box.seal("DE89370400440532013000", "affmeth_1")
  expect(envelope).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]{16}\.[\w-]+$/)
  const inside = Buffer.from(envelope.split(".")[3], "base64url").toString(
    "latin1"
  )
  expect(inside).not.toContain("DE8937")
  expect(envelope).not.toContain(KEY)
})

test("a changed envelope does not open, wherever it was changed", () => {
  const envelope = box.seal("DE89370400440532013000", "affmeth_1")
  const [version, key_id, nonce, sealed] = envelope.split(".")
  const bytes = Buffer.from(sealed, "base64url")
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed[at] ^= 1
    const forged = [version, key_id, nonce, changed.toString("base64url")].join(
      "."
    )
    expect(() => box.open(forged, "affmeth_1")).toThrow(/altered/)
  }
})

test("a shortened tag is not accepted", () => {
  const [version, key_id, nonce, sealed] = box
    .seal("secret", "affmeth_1")
    .split(".")
  const bytes = Buffer.from(sealed, "base64url")
  for (const length of [0, 4, 12, bytes.length - 1]) {
    const cut = [
      version,
      key_id,
      nonce,
      bytes.subarray(0, length).toString("base64url"),
    ].join(".")
    expect(() => box.open(cut, "affmeth_1")).toThrow(/cannot be read/)
  }
})

test("another key does not open it, and the error says why", () => {
  const envelope = new SecretBox("another secret of the store").seal(
    "secret",
    "affmeth_1"
  )
  expect(() => box.open(envelope, "affmeth_1")).toThrow(
    /another encryption_key/
  )
})

test.each(["", "secret", "v1", "v2.a.b.c", "v1.a.b.c.d"])(
  "%p is not an envelope",
  (text) => {
    expect(() => box.open(text, "affmeth_1")).toThrow(/not an envelope/)
  }
)

test("without a key nothing is sealed, opened or let through, and the option is named", () => {
  const without = new SecretBox(undefined)
  for (const use of [
    () => without.seal("secret", "affmeth_1"),
    () => without.open(box.seal("secret", "affmeth_1"), "affmeth_1"),
    () => without.assertReady(),
  ]) {
    expect(use).toThrow(
      expect.objectContaining({
        type: "not_allowed",
        message: expect.stringMatching(
          /encryption_key.*AFFILIATE_ENCRYPTION_KEY/
        ),
      })
    )
  }
})

describe("after the key was changed", () => {
  const NEW = "the next secret of the store"
  const rotated = new SecretBox(NEW, [KEY])

  test("what the earlier key sealed still opens, for its row alone", () => {
    const envelope = box.seal("secret", "affmeth_1")
    expect(rotated.open(envelope, "affmeth_1")).toBe("secret")
    expect(() => rotated.open(envelope, "affmeth_2")).toThrow(/another row/)
  })

  test("sealing is done with the current key, which alone opens it then", () => {
    const envelope = rotated.seal("secret", "affmeth_1")
    expect(envelope.startsWith(rotated.currentPrefix)).toBe(true)
    expect(new SecretBox(NEW).open(envelope, "affmeth_1")).toBe("secret")
    expect(() => box.open(envelope, "affmeth_1")).toThrow(
      /another encryption_key/
    )
  })

  test("sealed anew it opens without the earlier key", () => {
    const old = box.seal("secret", "affmeth_1")
    expect(old.startsWith(rotated.currentPrefix)).toBe(false)
    const anew = rotated.reseal(old, "affmeth_1")
    expect(new SecretBox(NEW).open(anew, "affmeth_1")).toBe("secret")
    expect(() => rotated.reseal(old, "affmeth_2")).toThrow(/another row/)
  })

  test("an envelope does not open with a key whose id was put before it", () => {
    const [, , ...rest] = box.seal("secret", "affmeth_1").split(".")
    const forged = rotated.currentPrefix + rest.join(".")
    expect(() => rotated.open(forged, "affmeth_1")).toThrow(/altered/)
  })

  test("without a current key the earlier ones open nothing", () => {
    const without = new SecretBox(undefined, [KEY])
    expect(() =>
      without.open(box.seal("secret", "affmeth_1"), "affmeth_1")
    ).toThrow(/encryption_key/)
  })
})

test("what an envelope of the first version holds still opens", () => {
  // Sealed before there were several keys, for the row affmeth_1.
  const before =
    "v1.762daecb.XpNvQKfwODZ_DQ7b.6d6S4UwExKxXIaCuu2OGGyJq7H9z0Ae8_kJcJBUe0BSqUwa3IPw"
  expect(box.open(before, "affmeth_1")).toBe("DE89370400440532013000")
})
