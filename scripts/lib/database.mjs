/**
 * Opens a connection, lends it out and closes it. The driver is loaded when first needed, since the scripts also run
 * before anything is installed.
 */
async function withClient(url, work) {
  const { default: pg } = await import("pg")
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
  })
  client.on("error", () => {}) // a server that goes away while we close is no news
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Whether a server answers at an address. */
export async function canConnect(url) {
  return await withClient(url, () => true).catch(() => false)
}

/** Runs statements one after the other on one connection and answers the rows of the last. */
export async function sql(url, ...statements) {
  return await withClient(url, async (client) => {
    let rows = []
    for (const statement of statements)
      ({ rows } = await client.query(statement))
    return rows
  })
}

/** Runs work while holding a lock that every process on the server sees; only on the `postgres` database. */
export async function withAdvisoryLock(url, key, work) {
  return await withClient(url, async (client) => {
    await client.query("SELECT pg_advisory_lock(hashtext($1))", [key])
    return await work(client)
  })
}

/** Creates an empty database, or a copy of another one, which nobody may be connected to. */
export async function createDatabase(adminUrl, name, template) {
  await sql(
    adminUrl,
    `CREATE DATABASE "${name}"${template ? ` TEMPLATE "${template}"` : ""}`
  )
}

/** Drops a database, its connections with it, if it is there. */
export async function dropDatabase(adminUrl, name) {
  await sql(adminUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
}
