import { createHash } from "node:crypto"
import { existsSync, readFileSync, readdirSync } from "node:fs"
import { join, relative } from "node:path"
import { runOrThrow } from "./child.mjs"
import {
  createDatabase,
  dropDatabase,
  sql,
  withAdvisoryLock,
} from "./database.mjs"
import { bin, root } from "./paths.mjs"
import { timed } from "./say.mjs"

/** Every template's name starts with this, so that old ones can be found. */
const PREFIX = "affiliate_template_"

/** Templates of other states of the code that are kept, since a run with them may be under way. */
const OLD_TEMPLATES_MAX = 8

/** What decides how a migrated database looks. */
const SCHEMA = ["package-lock.json", "medusa-config.ts", "src"]
const SCHEMA_FOLDERS = /[/\\](migrations|models|links|migration-scripts)[/\\]/

/** What decides how the shop of the tests looks. */
const SHOP = [
  "integration-tests/harness/shop",
  "integration-tests/harness/admin-user.ts",
]
const FILL_SHOP = join(root, "integration-tests/harness/fill-shop.ts")

/**
 * A migrated database that is never written to, to be copied. It is built once for a state of the migrations, models,
 * links, lockfile and configuration, and found again after that.
 *
 * @param {(database: string) => string} url addresses of the server's databases
 * @returns {Promise<string>} its name
 */
export async function ensureTemplate(url) {
  const name = PREFIX + fingerprint(SCHEMA)
  await ensureOnce(
    url,
    name,
    "migrating an empty database (once for this schema)",
    async (unfinished) => {
      await createDatabase(url("postgres"), unfinished)
      await migrate(url(unfinished))
    }
  )
  return name
}

/** Like {@link ensureTemplate}, with the shop set up that test files start from. */
export async function ensureShopTemplate(url) {
  const migrated = await ensureTemplate(url)
  const name = `${migrated}_shop_${fingerprint(SHOP)}`
  await ensureOnce(
    url,
    name,
    "setting up the shop of the tests (once for this schema)",
    async (unfinished) => {
      await createDatabase(url("postgres"), unfinished, migrated)
      await fillShop(url(unfinished))
    }
  )
  return name
}

/** Builds a template unless it is there; of several processes one does, and the others wait. */
async function ensureOnce(url, name, what, build) {
  const unfinished = `${name}_new`
  await withAdvisoryLock(url("postgres"), PREFIX, async (admin) => {
    const { rowCount } = await admin.query(
      "SELECT 1 FROM pg_database WHERE datname = $1",
      [name]
    )
    if (rowCount > 0) return
    await timed("database", what, async () => {
      await dropDatabase(url("postgres"), unfinished)
      await build(unfinished)
      await sql(
        url("postgres"),
        `ALTER DATABASE "${unfinished}" RENAME TO "${name}"`
      )
    })
    await dropOldTemplates(url("postgres"), name)
  })
}

/** Runs `medusa db:migrate` of the repository's own store on a database. */
export async function migrate(databaseUrl) {
  await runOrThrow(bin("medusa"), ["db:migrate", "--execute-all-links"], {
    quiet: !process.env.DEBUG,
    env: storeEnv(databaseUrl),
  })
}

async function fillShop(databaseUrl) {
  await runOrThrow(
    process.execPath,
    ["--require", "ts-node/register", FILL_SHOP],
    {
      quiet: !process.env.DEBUG,
      env: {
        ...storeEnv(databaseUrl),
        NODE_ENV: "test",
        LOG_LEVEL: "error",
        TS_NODE_TRANSPILE_ONLY: "true",
      },
    }
  )
}

const storeEnv = (databaseUrl) => ({
  DATABASE_URL: databaseUrl,
  REDIS_URL: "",
  DISABLE_ADMIN: "true",
  MEDUSA_DISABLE_TELEMETRY: "true",
})

/** The newest of the others stay. An `oid` rises with each database that is made. */
async function dropOldTemplates(adminUrl, current) {
  const templates = await sql(
    adminUrl,
    `SELECT datname FROM pg_database
     WHERE datname LIKE '${PREFIX}%' AND NOT starts_with('${current}', datname)
     ORDER BY oid DESC`
  )
  for (const { datname } of templates.slice(OLD_TEMPLATES_MAX)) {
    await dropDatabase(adminUrl, datname)
  }
}

/** Of everything in these places that a database's look depends on. */
function fingerprint(sources) {
  const hash = createHash("sha256")
  for (const file of sources
    .flatMap((source) => filesOf(join(root, source)))
    .sort()) {
    const path = relative(root, file)
    if (path.startsWith("src") && !SCHEMA_FOLDERS.test(path)) continue
    hash.update(path).update("\0").update(readFileSync(file)).update("\0")
  }
  return hash.digest("hex").slice(0, 12)
}

function filesOf(path) {
  if (!existsSync(path)) return []
  if (/\.[a-z]+$/.test(path)) return [path]
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesOf(join(path, entry.name))
      : [join(path, entry.name)]
  )
}
