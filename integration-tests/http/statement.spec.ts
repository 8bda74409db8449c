import { parse } from "csv-parse/sync"
import { cancelOrder, ok, useStore, type Json } from "../harness"
import {
  balanceOf,
  giveMoney,
  payOut,
  release,
  saveBankAccount,
} from "../harness/affiliates"
import { makeAffiliate, WITH_ENCRYPTION } from "../support/affiliates"
import { letThingsHappen, type Happened } from "../support/figures"
import { WITHOUT_SCHEDULE } from "../support/servers"
import { untilReconciled } from "../support/verdicts"

/** Every movement of an affiliate's money, and that it adds up to what there is. */
const store = useStore({ env: { ...WITH_ENCRYPTION, ...WITHOUT_SCHEDULE } })

const FORMULA = '=HYPERLINK("http://evil.example")'

let happened: Happened
beforeAll(async () => {
  happened = await letThingsHappen(store)
  const { ada, bob } = happened
  await release(store)
  await saveBankAccount(ada)
  await payOut(store, ada.id)
  await giveMoney(store, ada.id, 3, "usd", FORMULA)
  // Bob's order is taken back, after Ada's tenth of it was paid out: a debt.
  const { commissions } = ok(await bob.api.get("/affiliate/commissions"))
  const [{ order_id }] = await store.database.sql<{ order_id: string }>(
    "SELECT order_id FROM affiliate_commission WHERE id = $1",
    [commissions[0].id]
  )
  await cancelOrder(store.shop, order_id)
  await untilReconciled(store, order_id)
})

type Query = Record<string, string | number>

const statementOf = async (query: Query = {}): Promise<Json> =>
  ok(
    await happened.ada.api.get("/affiliate/statement", {
      format: "json",
      ...query,
    })
  ).statement

const csvOf = async (query = "") => {
  const answer = await fetch(`${store.baseUrl}/affiliate/statement${query}`, {
    headers: happened.ada.api.headers,
  })
  const text = await answer.text()
  return { answer, text, rows: parse(text, { columns: true }) as Json[] }
}

const day = (ahead: number) =>
  new Date(Date.now() + ahead * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

const ACCOUNTS = ["pending", "available", "requested", "paid"] as const
const cents = (amounts: number[]): number =>
  amounts.reduce((all, amount) => all + Math.round(amount * 100), 0)

test("has each movement in words, a payout as one whatever it is made of", async () => {
  const { rows } = await statementOf()
  const told = rows.map(({ what, amount }: Json) => [what, amount])
  expect(told).toEqual([
    ["Earned from an order", 20],
    ["Earned from an order", 8],
    ["Changed with its order", -1.6],
    ["Earned from an order", 20],
    ["Earned from an order", 20],
    ["Taken back with its order", -20],
    ["Earned from an order of a sub-affiliate", 2],
    ["Adjustment by the store", -1.5],
    ...Array(4).fill(["Released: can be paid out", 0]),
    ["Payout requested", 0],
    ["Paid out", -46.9],
    ["Adjustment by the store", 3],
    ["Taken back with its order", -2],
  ])
  expect(rows.at(-3)).toEqual({
    date: expect.stringMatching(/T\d\d:\d\d:\d\d\.\d{3}Z$/),
    type: "payout_paid",
    kind: null,
    what: "Paid out",
    order_display_id: null,
    payout_display_id: expect.any(Number),
    reason: null,
    pending: 0,
    available: 0,
    requested: -46.9,
    paid: 46.9,
    amount: -46.9,
    balance: 0,
  })
  expect(rows[0].order_display_id).toEqual(expect.any(Number))
})

test("begins with nothing, ends with what there is, and every account adds up between", async () => {
  const { opening, closing, rows, count } = await statementOf()
  expect(opening).toEqual({
    pending: 0,
    available: 0,
    requested: 0,
    paid: 0,
    balance: 0,
  })
  const { ada } = happened
  const { balance, ...accounts } = closing
  expect(accounts).toEqual(await balanceOf(store, ada.id))
  expect(accounts).toEqual({
    pending: 0,
    available: 1,
    requested: 0,
    paid: 46.9,
  })
  expect(balance).toBe(1)
  expect(count).toBe(rows.length)
  for (const account of ACCOUNTS)
    expect(cents(rows.map((row: Json) => row[account]))).toBe(
      cents([accounts[account]])
    )
  let running = 0
  for (const row of rows) {
    running += cents([row.amount])
    expect(cents([row.balance])).toBe(running)
    expect(cents([row.amount])).toBe(
      cents([row.pending, row.available, row.requested])
    )
  }
})

test("goes on the next day where it ended the day before", async () => {
  const until = await statementOf({ to: day(0) })
  const since = await statementOf({ from: day(1), to: day(2) })
  expect(since.opening).toEqual(until.closing)
  expect(since).toMatchObject({ rows: [], count: 0, closing: until.closing })
})

test("is read page by page, with the same balances on each", async () => {
  const whole = await statementOf()
  const pages = [
    await statementOf({ limit: 5 }),
    await statementOf({ limit: 5, offset: 5 }),
    await statementOf({ limit: 100, offset: 10 }),
  ]
  expect(pages.flatMap(({ rows }) => rows)).toEqual(whole.rows)
  for (const { count, opening, closing } of pages)
    expect({ count, opening, closing }).toEqual({
      count: whole.count,
      opening: whole.opening,
      closing: whole.closing,
    })
})

test("is a file with the same rows between opening and closing balance, and no formula", async () => {
  const { rows, closing } = await statementOf()
  const csv = await csvOf()
  expect(csv.answer.headers.get("content-type")).toBe("text/csv; charset=utf-8")
  expect(csv.answer.headers.get("content-disposition")).toBe(
    `attachment; filename="statement-${day(-29)}-${day(0)}-usd.csv"`
  )
  expect(csv.answer.headers.get("cache-control")).toBe("no-store")
  const [first, ...between] = csv.rows
  const last = between.pop()!
  expect(first).toMatchObject({ what: "Opening balance", balance: "0.00" })
  expect(last).toMatchObject({
    what: "Closing balance",
    available: "1.00",
    paid: "46.90",
    balance: closing.balance.toFixed(2),
    currency: "USD",
  })
  const amount = (value: number) => value.toFixed(2).replace(/^-0\.00$/, "0.00")
  expect(between.map(({ note: _note, ...row }) => row)).toEqual(
    rows.map((row: Json) => ({
      date: row.date,
      order: row.order_display_id === null ? "" : String(row.order_display_id),
      payout:
        row.payout_display_id === null ? "" : String(row.payout_display_id),
      what: row.what,
      ...Object.fromEntries(
        [...ACCOUNTS, "amount", "balance"].map((name) => [
          name,
          amount(row[name]),
        ])
      ),
      currency: "USD",
    }))
  )
  expect(between.map(({ note }) => note)).toContain(`'${FORMULA}`)
})

test("of another currency has that currency's rows only", async () => {
  const { rows, closing, currency_code } = await statementOf({
    currency_code: "EUR",
  })
  expect(currency_code).toBe("eur")
  expect(rows.map(({ type }: Json) => type)).toEqual(["accrue", "release"])
  const { balance: _balance, ...accounts } = closing
  expect(accounts).toEqual(await balanceOf(store, happened.ada.id, "eur"))
})

test("of somebody else has nothing of it", async () => {
  const stranger = await makeAffiliate(store)
  const { statement } = ok(
    await stranger.api.get("/affiliate/statement", {
      format: "json",
      currency_code: "usd",
    })
  )
  expect(statement).toMatchObject({ rows: [], count: 0 })
})

test.each([
  ["from", { from: "soon" }],
  ["400", { from: "2025-01-01", to: "2026-02-05" }],
  ["currency_code", { currency_code: "zzz" }],
  ["format", { format: "pdf" }],
  ["limit", { limit: 1001 }],
  ["offset", { offset: -1 }],
  ["affiliate_id", { affiliate_id: "aff_1" }],
] as [string, Query][])("refuses, naming %s, %j", async (named, query) => {
  const { status, body } = await happened.ada.api.get(
    "/affiliate/statement",
    query
  )
  expect({ status, body }).toEqual({
    status: 400,
    body: { type: "invalid_data", message: expect.stringContaining(named) },
  })
})
