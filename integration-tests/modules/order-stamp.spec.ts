import { BenchDatabase, openDatabase } from "../../bench/lib/ledger"
import { ORDER_STAMP } from "../../src/modules/affiliate/sql/order-facts"

/** What tells whether an order changed, on a bare database. */
let database: BenchDatabase
beforeAll(async () => {
  database = await openDatabase()
  await database.knex.raw(
    `INSERT INTO "order" (id, currency_code) VALUES ('order_1', 'usd')`
  )
})
afterAll(() => database.close())

const stampUnder = (settings: string): Promise<string> =>
  database.knex.transaction(async (trx) => {
    await trx.raw(settings)
    const { rows } = await trx.raw(
      `SELECT ${ORDER_STAMP} AS stamp FROM "order" o`
    )
    return rows[0].stamp
  })

test("a stamp is the same on every server, whatever its time zone and way of writing dates", async () => {
  const stamp = await stampUnder("SET LOCAL TIME ZONE 'UTC'")
  expect(
    await stampUnder(
      "SET LOCAL TIME ZONE 'Asia/Tokyo'; SET LOCAL datestyle TO 'German'"
    )
  ).toBe(stamp)
})

test("a stamp changes with the order, down to the millisecond", async () => {
  const before = await stampUnder("SELECT 1")
  await database.knex.raw(
    `UPDATE "order" SET updated_at = updated_at + interval '1 millisecond'`
  )
  expect(await stampUnder("SELECT 1")).not.toBe(before)
})
