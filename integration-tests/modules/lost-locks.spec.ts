import { Client } from "pg"
import { eventually, useStore } from "../harness"
import {
  expectSoundPayouts,
  makePayee,
  moneyOf,
  WITH_ENCRYPTION,
} from "../support/affiliates"

/** Postgres takes a lock away, or says that two transactions do not go together: the loser tries again, not for ever. */
const store = useStore({ env: WITH_ENCRYPTION })

afterEach(() => expectSoundPayouts(store))

const request = (api: Awaited<ReturnType<typeof makePayee>>["api"]) =>
  api.post("/affiliate/payouts", { currency_code: "usd" })

/** Whether somebody waits for a lock that this connection has. */
const isWaitedFor = async (client: Client): Promise<boolean> => {
  const { rows } = await client.query<{ waited: boolean }>(
    // Not by pg_stat_activity, which stays as it was when a transaction first looked at it.
    `SELECT EXISTS (SELECT 1 FROM pg_locks
                     WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))) AS waited`
  )
  return rows[0]!.waited
}

test("a request that loses a deadlock is made again, and sets the money aside once", async () => {
  const { id, api } = await makePayee(store, [30])
  const other = new Client({ connectionString: store.database.url })
  await other.connect()
  await other.query("BEGIN")
  await other.query("SELECT 1 FROM affiliate WHERE id = $1 FOR UPDATE", [id])
  const answer = request(api)
  // It has the balance by now, and waits for the affiliate.
  await eventually(async () => expect(await isWaitedFor(other)).toBe(true))
  await other.query(
    "SELECT 1 FROM affiliate_balance WHERE affiliate_id = $1 FOR UPDATE",
    [id]
  )
  await other.query("COMMIT")
  await other.end()

  expect((await answer).status).toBe(201)
  expect(await moneyOf(store, id)).toMatchObject({
    available: 0,
    requested: 30,
  })
})

test("one that loses every time gives up in the end, and nothing is half done", async () => {
  const { id, api } = await makePayee(store, [30])
  const { sql } = store.database
  // A sequence is not rolled back: it counts the tries.
  await sql("CREATE SEQUENCE tries")
  await sql(
    `CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       PERFORM nextval('tries');
       RAISE EXCEPTION 'lost' USING ERRCODE = 'serialization_failure';
     END $$`
  )
  await sql(
    `CREATE TRIGGER lose BEFORE INSERT ON affiliate_payout_item
     FOR EACH ROW EXECUTE FUNCTION lose()`
  )
  expect((await request(api)).status).toBeGreaterThanOrEqual(400)
  const [{ tries }] = await sql<{ tries: number }>(
    "SELECT last_value::int AS tries FROM tries"
  )
  expect(tries).toBe(5)
  expect(await moneyOf(store, id)).toMatchObject({
    available: 30,
    requested: 0,
  })
  expect(
    await sql("SELECT id FROM affiliate_payout WHERE affiliate_id = $1", [id])
  ).toEqual([])

  await sql("DROP TRIGGER lose ON affiliate_payout_item")
  expect((await request(api)).status).toBe(201)
})
