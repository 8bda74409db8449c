import { Readable } from "node:stream"
import { isSigned, sign } from "../../dev/payout-sandbox/webhooks"
import { backendAddress } from "../../src/api/utils/backend-address"
import { readRawBody } from "../../src/api/utils/raw-body"

describe("a body as it came", () => {
  const body = (...chunks: string[]) =>
    Readable.from(
      chunks.map((chunk) => Buffer.from(chunk, "latin1")),
      { objectMode: false }
    )

  test("is read byte by byte, whatever it says", async () => {
    const read = await readRawBody(body('{"a":', " \xff", "\r\n}"), 100)
    expect(read).toEqual(Buffer.from('{"a": \xff\r\n}', "latin1"))
    expect(await readRawBody(body(), 100)).toEqual(Buffer.alloc(0))
  })

  test("may be as large as it may be, and no larger", async () => {
    expect(await readRawBody(body("12345", "67890"), 10)).toHaveLength(10)
    expect(await readRawBody(body("12345", "67890", "1"), 10)).toBeNull()
  })

  test("that never ends is left alone, and its stream whole for the answer", async () => {
    let chunks = 0
    const endless = new Readable({
      read() {
        chunks++
        this.push(Buffer.alloc(1024))
      },
    })
    expect(await readRawBody(endless, 2048)).toBeNull()
    expect(chunks).toBeLessThan(100)
    expect(endless.destroyed).toBe(false)
  })
})

describe("a signature of the sandbox", () => {
  const payload = Buffer.from("{}")
  const now = () => Math.floor(Date.now() / 1000)

  test("is good for its body and secret, for five minutes", () => {
    expect(isSigned("secret", payload, sign("secret", payload))).toBe(true)
    for (const seconds of [now() - 290, now() + 290])
      expect(
        isSigned("secret", payload, sign("secret", payload, seconds))
      ).toBe(true)
  })

  test("is good for nothing else", () => {
    const good = sign("secret", payload)
    expect(isSigned("other", payload, good)).toBe(false)
    expect(isSigned("secret", Buffer.from("{} "), good)).toBe(false)
    expect(
      isSigned("secret", payload, good.replace(/^t=\d+/, `t=${now() - 1}`))
    ).toBe(false)
    for (const seconds of [now() - 310, now() + 310])
      expect(
        isSigned("secret", payload, sign("secret", payload, seconds))
      ).toBe(false)
    for (const odd of [undefined, "", "t=1", [good, good], `${good} `])
      expect(isSigned("secret", payload, odd)).toBe(false)
  })
})

test("the backend's address is what was asked for, up to the plugin's routes", () => {
  const of = (originalUrl: string) =>
    backendAddress({
      originalUrl,
      protocol: "https",
      get: (() => "api.shop.example") as never,
    })
  expect(of("/admin/affiliate-payout-providers?x=/store/")).toBe(
    "https://api.shop.example"
  )
  expect(of("/backend/affiliate/payout-method/onboarding")).toBe(
    "https://api.shop.example/backend"
  )
})
