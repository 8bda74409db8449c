import {
  BenchDatabase,
  openDatabase,
  seedDueCommissions,
} from "../../bench/lib/ledger"
import {
  releaseDue,
  ReleaseCursor,
  ReleasedChunk,
} from "../../src/modules/affiliate/sql/release"

/** Releasing chunk by chunk. */
const COMMISSIONS = 40
const AFFILIATES = 4
const CHUNK = 5

let database: BenchDatabase
beforeEach(async () => {
  database = await openDatabase()
  await seedDueCommissions(database, COMMISSIONS, AFFILIATES)
})
afterEach(() => database.close())

/** Releases all that is due in chunks; answers how many each released. */
async function releaseAll(): Promise<number[]> {
  const counts: number[] = []
  let after: ReleaseCursor | null = null
  do {
    const from: ReleaseCursor | null = after
    const { released, next }: ReleasedChunk = await database.knex.transaction(
      (trx) => releaseDue(trx, CHUNK, from)
    )
    counts.push(released.length)
    after = next
  } while (after)
  return counts
}

const pending = async (): Promise<number> => {
  const { rows } = await database.knex.raw(
    `SELECT count(*)::int AS pending FROM affiliate_commission WHERE status = 'pending'`
  )
  return rows[0].pending
}

test("all that is due is released, in chunks of at most the limit", async () => {
  const counts = await releaseAll()
  expect(Math.max(...counts)).toBe(CHUNK)
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(COMMISSIONS)
  expect(await pending()).toBe(0)
})

test("an affiliate whose balance is in use holds up nobody else", async () => {
  const trx = await database.knex.transaction()
  await trx.raw(
    `SELECT 1 FROM affiliate_balance WHERE affiliate_id = 'aff_1' FOR NO KEY UPDATE`
  )
  // The commissions that fall due first are all of that affiliate.
  await database.knex.raw(
    `UPDATE affiliate_commission SET available_at = available_at - interval '1 day'
      WHERE affiliate_id = 'aff_1'`
  )
  await releaseAll()
  expect(await pending()).toBe(COMMISSIONS / AFFILIATES)

  await trx.rollback()
  await releaseAll()
  expect(await pending()).toBe(0)
})

test("two runs at once release each commission once", async () => {
  const runs = await Promise.all([releaseAll(), releaseAll()])
  await releaseAll()
  const { rows } = await database.knex.raw(
    `SELECT count(*)::int AS entries FROM affiliate_entry WHERE type = 'release'`
  )
  expect(rows[0].entries).toBe(COMMISSIONS * 2)
  expect(
    runs.flat().reduce((sum, count) => sum + count, 0)
  ).toBeLessThanOrEqual(COMMISSIONS)
})
