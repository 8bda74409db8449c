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
const OLD_TEMPLATES_MAX = 4

/** What decides how a migrated database looks. */
const SOURCES = ["package-lock.json", "medusa-config.ts", "src"]
const SCHEMA_FOLDERS = /[/\\](migrations|models|links|migration-scripts)[/\\]/

/**
 * A migrated database that is never written to, to be copied. It is built once for a state of the migrations, models,
 * links, lockfile and configuration, and found again after that.
 *
 * @param {(database: string) => string} url addresses of the server's databases
 * @returns {Promise<string>} its name
 */
export async function ensureTemplate(url) {
  const name = PREFIX + fingerprint()
  await withAdvisoryLock(url("postgres"), PREFIX, async (admin) => {
    const { rowCount } = await admin.query(
      "SELECT 1 FROM pg_database WHERE datname = $1",
      [name]
    )
    if (rowCount > 0) return
    await timed(
      "database",
      "migrating an empty database (once for this schema)",
      () => build(url, name)
    )
    await dropOldTemplates(url("postgres"), name)
  })
  return name
}

async function build(url, name) {
  const unfinished = `${name}_unfinished`
  await dropDatabase(url("postgres"), unfinished)
  await createDatabase(url("postgres"), unfinished)
  await migrate(url(unfinished))
  await sql(
    url("postgres"),
    `ALTER DATABASE "${unfinished}" RENAME TO "${name}"`,
    `COMMENT ON DATABASE "${name}" IS '${new Date().toISOString()}'`
  )
}

/** Runs `medusa db:migrate` of the repository's own store on a database. */
export async function migrate(databaseUrl) {
  await runOrThrow(bin("medusa"), ["db:migrate", "--execute-all-links"], {
    quiet: !process.env.DEBUG,
    env: {
      DATABASE_URL: databaseUrl,
      REDIS_URL: "",
      DISABLE_ADMIN: "true",
      MEDUSA_DISABLE_TELEMETRY: "true",
    },
  })
}

async function dropOldTemplates(adminUrl, current) {
  const templates = await sql(
    adminUrl,
    `SELECT datname FROM pg_database
     WHERE datname LIKE '${PREFIX}%' AND datname <> '${current}'
     ORDER BY coalesce(shobj_description(oid, 'pg_database'), '') DESC`
  )
  for (const { datname } of templates.slice(OLD_TEMPLATES_MAX)) {
    await dropDatabase(adminUrl, datname)
  }
}

function fingerprint() {
  const hash = createHash("sha256")
  for (const file of SOURCES.flatMap((source) =>
    filesOf(join(root, source))
  ).sort()) {
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
