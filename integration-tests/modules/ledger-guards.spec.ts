import { useStore } from "../harness"
import { unique } from "../support/people"
import { rawRows } from "../support/raw-rows"

/**
 * What the database itself holds, whoever writes to it and whatever our code
 * forgets. Every statement here goes past the plugin.
 */
const store = useStore({ seed: false })

const sql = <Row extends object>(
  statement: string,
  parameters: unknown[] = []
): Promise<Row[]> => store.database.sql<Row>(statement, parameters)

/** Expects the database to refuse a statement, for the reason that is named. */
const expectRefused = async (
  statement: string,
  parameters: unknown[],
  reason: RegExp
): Promise<void> => {
  await expect(sql(statement, parameters)).rejects.toThrow(reason)
}

let rows: ReturnType<typeof rawRows>
beforeAll(() => {
  rows = rawRows(store)
})

describe("an entry", () => {
  test.each([
    ["changed", "UPDATE affiliate_entry SET amount = 1"],
    ["marked as deleted", "UPDATE affiliate_entry SET deleted_at = now()"],
    ["deleted", "DELETE FROM affiliate_entry"],
    ["truncated away", "TRUNCATE affiliate_entry"],
    [
      "truncated away with what it belongs to",
      "TRUNCATE affiliate_commission CASCADE",
    ],
    ["cut off from its commission", "DELETE FROM affiliate_commission"],
  ])("is never %s", async (_, statement) => {
    const { commission_id } = await rows.earner()
    await expectRefused(statement, [], /append-only|foreign key/)
    expect(
      await sql(
        "SELECT amount::text FROM affiliate_entry WHERE commission_id = $1",
        [commission_id]
      )
    ).toEqual([{ amount: "50" }])
  })

  test("of the same fact is refused: one posting per source key, for ever", async () => {
    const { id } = await rows.earner()
    await rows.entryOf(id, { source_key: `once:${id}` })
    await expect(
      rows.entryOf(id, { source_key: `once:${id}`, amount: 2 })
    ).rejects.toThrow(/source_key_unique/)
  })

  test.each([
    ["moves nothing", { amount: 0 }, /amount_moves_something/],
    ["is in no account", { account: "vault" }, /account_check/],
    ["has no known reason", { type: "gift" }, /type_check/],
    [
      "has no currency of three small letters",
      { currency_code: "USD" },
      /currency/,
    ],
  ])("that %s is refused", async (_, columns, reason) => {
    const { id } = await rows.earner()
    await expect(rows.entryOf(id, columns)).rejects.toThrow(reason)
  })
})

describe("a balance", () => {
  const set = (id: string, account: string, amount: number) =>
    sql(
      `UPDATE affiliate_balance SET ${account} = $1 WHERE affiliate_id = $2`,
      [amount, id]
    )

  test.each(["pending", "requested", "paid"])(
    "is never negative in %s",
    async (account) => {
      const { id } = await rows.earner()
      await expect(set(id, account, -0.01)).rejects.toThrow(/not_negative/)
    }
  )

  test("may be negative in available: a debt", async () => {
    const { id } = await rows.earner()
    await set(id, "available", -39.6)
  })

  test("is one for each affiliate and currency", async () => {
    const { id } = await rows.earner()
    await expect(
      rows.insert("affiliate_balance", {
        affiliate_id: id,
        currency_code: "usd",
      })
    ).rejects.toThrow(/currency_unique/)
  })

  test("and the exact twin that Medusa reads beside it cannot disagree", async () => {
    const { id } = await rows.earner()
    await set(id, "available", 12.345)
    const [{ raw_available }] = await sql<{ raw_available: unknown }>(
      "SELECT raw_available FROM affiliate_balance WHERE affiliate_id = $1",
      [id]
    )
    expect(raw_available).toEqual({ value: "12.345", precision: 20 })
    await expectRefused(
      `UPDATE affiliate_balance SET raw_available = '{"value": "1"}' WHERE affiliate_id = $1`,
      [id],
      /generated|can only be updated to DEFAULT/
    )
  })
})

describe("an order", () => {
  test("has one conversion", async () => {
    const order_id = unique("order_")
    await rows.conversionOf(order_id)
    await expect(rows.conversionOf(order_id)).rejects.toThrow(/order_unique/)
  })

  test("that is credited names whom, by what and on which terms", async () => {
    await expect(
      rows.conversionOf(unique("order_"), {
        outcome: "attributed",
        reason: "code",
      })
    ).rejects.toThrow(/attributed_to_somebody/)
  })

  test("has one commission for each affiliate, level and kind", async () => {
    const affiliate = await rows.earner()
    const order_id = unique("order_")
    await rows.commissionOf(affiliate, { order_id })
    await rows.commissionOf(affiliate, { order_id, level: 2 })
    await rows.commissionOf(affiliate, { order_id, kind: "trailing" })
    await expect(rows.commissionOf(affiliate, { order_id })).rejects.toThrow(
      /beneficiary_unique/
    )
  })
})

describe("a commission", () => {
  test("has one line for each order line, never below zero", async () => {
    const commission_id = await rows.commissionOf(await rows.earner())
    const line = (order_line_id: string, amount = 1) =>
      rows.insert("affiliate_commission_line", {
        commission_id,
        order_line_id,
        title: "Shirt",
        quantity: 1,
        base: 1,
        amount,
      })
    await line("line_1")
    await expect(line("line_1")).rejects.toThrow(/order_line_unique/)
    await expect(line("line_2", -1)).rejects.toThrow(/not_negative/)
  })

  test("of an order is never below zero; one made by hand may be", async () => {
    const affiliate = await rows.earner()
    await expect(rows.commissionOf(affiliate, { amount: -1 })).rejects.toThrow(
      /only_adjustments_negative/
    )
    await rows.commissionOf(affiliate, {
      amount: -1,
      kind: "adjustment",
      order_id: null,
    })
  })
})

test("a payout is never below zero, and its key is known once", async () => {
  const { id } = await rows.earner()
  await rows.payoutOf(id, { idempotency_key: `once:${id}` })
  await expect(
    rows.payoutOf(id, { idempotency_key: `once:${id}` })
  ).rejects.toThrow(/idempotency_key_unique/)
  await expect(rows.payoutOf(id, { amount: -1 })).rejects.toThrow(
    /not_negative/
  )
})

test("a code is unique for ever in any letter case, also after it was retired", async () => {
  const [first, second] = [await rows.earner(), await rows.earner()]
  const word = unique("Word")
  const code = (
    affiliate_id: string,
    code: string,
    retired_at: Date | null = null
  ) =>
    rows.insert("affiliate_code", {
      affiliate_id,
      code,
      code_key: code.toUpperCase(),
      retired_at,
    })
  const id = await code(first.id, word, new Date())
  await expect(code(second.id, word.toLowerCase())).rejects.toThrow(
    /code_key_unique/
  )
  await expectRefused(
    "UPDATE affiliate_code SET deleted_at = now() WHERE id = $1",
    [id],
    /never_deleted/
  )
})

test("what earned money stays cannot be marked as deleted", async () => {
  const affiliate = await rows.earner()
  const order_id = unique("order_")
  await rows.conversionOf(order_id)
  await rows.commissionOf(affiliate, { order_id })
  for (const table of [
    "affiliate_balance",
    "affiliate_commission",
    "affiliate_conversion",
  ]) {
    await expectRefused(
      `UPDATE ${table} SET deleted_at = now()`,
      [],
      /never_deleted/
    )
  }
})

test("nobody is their own parent", async () => {
  const { id } = await rows.earner()
  await expectRefused(
    "UPDATE affiliate SET parent_id = id WHERE id = $1",
    [id],
    /not_own_parent/
  )
})
