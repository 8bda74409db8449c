import { randomBytes } from "node:crypto"
import { Client } from "pg"
import type { Stock } from "./shop"

/** A database of a test file's own, copied from the migrated template. */
export type TestDatabase = {
  name: string
  url: string
  /** Runs a statement outside Medusa and answers its rows. */
  sql: <Row extends object>(
    statement: string,
    parameters?: unknown[]
  ) => Promise<Row[]>
  drop: () => Promise<void>
}

/**
 * Copies the migrated template database that `npm test` has made ready.
 *
 * @throws when the tests were started without `npm test`
 */
export function createTestDatabase(): Promise<TestDatabase> {
  return createDatabase(fromEnvironment("AFFILIATE_TEST_TEMPLATE"))
}

/** Copies the template in which the shop is set up, and tells what it sells. */
export async function createShopDatabase(): Promise<
  TestDatabase & { stock: Stock }
> {
  const template = fromEnvironment("AFFILIATE_TEST_SHOP_TEMPLATE")
  const [kept] = await query<{ stock: string }>(
    fromEnvironment("AFFILIATE_TEST_SERVER"),
    "SELECT shobj_description(oid, 'pg_database') AS stock FROM pg_database WHERE datname = $1",
    [template]
  )
  const database = await createDatabase(template)
  return { ...database, stock: JSON.parse(kept?.stock ?? "") as Stock }
}

/** Writes down what a shop sells, with the database it is in: a note of Postgres, which no copy of it has. */
export async function keepStock(stock: Stock): Promise<void> {
  const url = fromEnvironment("DATABASE_URL")
  const [{ statement } = { statement: "" }] = await query<{
    statement: string
  }>(
    url,
    "SELECT format('COMMENT ON DATABASE %I IS %L', current_database(), $1::text) AS statement",
    [JSON.stringify(stock)]
  )
  await query(url, statement)
}

/** Makes a database without any table. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase("template1")
}

async function createDatabase(template: string): Promise<TestDatabase> {
  const server = fromEnvironment("AFFILIATE_TEST_SERVER")
  // The process is in the name, so that the next run can drop what a killed one left.
  const prefix = fromEnvironment("AFFILIATE_TEST_PREFIX")
  const name = `${prefix}_${process.pid}_${randomBytes(6).toString("hex")}`
  await query(server, `CREATE DATABASE "${name}" TEMPLATE "${template}"`)
  const url = databaseUrl(server, name)
  return {
    name,
    url,
    sql: (statement, parameters) => query(url, statement, parameters),
    drop: async () => {
      await query(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
    },
  }
}

async function query<Row extends object>(
  url: string,
  statement: string,
  parameters: unknown[] = []
): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Row>(statement, parameters)
    return rows
  } finally {
    await client.end()
  }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.toString()
}

function fromEnvironment(name: string): string {
  const value = process.env[name]
  if (!value)
    throw new Error(`${name} is not set: run tests with "npm test -- <file>"`)
  return value
}
