import { rowIdOf, secretCode } from "../../src/providers/store-credit/keys"

test("a code cannot be misread, and none comes twice", () => {
  const codes = Array.from({ length: 2_000 }, () => secretCode("GIFT"))
  expect(new Set(codes).size).toBe(codes.length)
  for (const code of codes)
    expect(code).toMatch(/^GIFT(-[A-HJ-NP-Z2-9]{4}){4}$/)
  const signs = new Set(codes.join("").replaceAll("GIFT", ""))
  expect(signs.size).toBe(32 + "-".length)
})

test("a payment's row is named by its key alone", () => {
  expect(rowIdOf("sc_trx", "affpay_1-1")).toBe(rowIdOf("sc_trx", "affpay_1-1"))
  const ids = ["affpay_1-1", "affpay_1-2", "affpay_2-1", "affpay_1-11"].map(
    (key) => rowIdOf("sc_trx", key)
  )
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^sc_trx_affpay_[0-9a-f]{32}$/)
})
