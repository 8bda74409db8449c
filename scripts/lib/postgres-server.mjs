import { spawn } from "node:child_process"
import { createHash, randomBytes } from "node:crypto"
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { runOrThrow } from "./child.mjs"
import { canConnect } from "./database.mjs"
import { exclusively, isAlive, returnLease, takeLease } from "./lease.mjs"
import { root, scratch } from "./paths.mjs"
import { postgresBinaries, postgresIdentity } from "./postgres-binaries.mjs"
import { say } from "./say.mjs"

/** How long Postgres may take to answer after it was started, or to end after it was told to, in milliseconds. */
const START_MS_MAX = 60_000
const STOP_MS_MAX = 60_000

/**
 * A Postgres to work on: the one of `DATABASE_URL` when that is set, else one from npm that is started for the purpose.
 * Processes with the same purpose share a server; the last one to release it stops it. A server left by a process that
 * was killed is found and used again.
 *
 * @param {string} purpose names the data directory: `test`, `demo`, `bench`, …
 * @param {{ durable?: boolean }} [options] `durable: false` trades safety against a crash of the machine (not of a
 *   process) for speed; only for data nobody will miss.
 * @returns {Promise<{ url: (database: string) => string, release: () => Promise<void> }>}
 */
export async function acquirePostgres(purpose, { durable = true } = {}) {
  if (process.env.DATABASE_URL) {
    return {
      url: (name) => withDatabase(process.env.DATABASE_URL, name),
      release: async () => {},
    }
  }
  const home = join(scratch, `postgres-${purpose}`)
  const server = await exclusively(home, async () => {
    const found = await findRunning(home)
    const running = found ?? (await startServer(home, purpose, durable))
    say(
      "postgres",
      `${found ? "using the one on" : "started on"} port ${running.port}`
    )
    takeLease(home)
    return running
  })
  return {
    url: (name) =>
      `postgres://postgres:${server.password}@localhost:${server.port}/${name}`,
    release: () =>
      exclusively(home, async () => {
        if (returnLease(home)) return
        await stopServer(server)
        rmSync(join(home, "server.json"), { force: true })
      }),
  }
}

async function findRunning(home) {
  const state = join(home, "server.json")
  if (!existsSync(state)) return undefined
  const server = JSON.parse(readFileSync(state, "utf8"))
  const url = `postgres://postgres:${server.password}@localhost:${server.port}/postgres`
  return isAlive(server.pid) && (await canConnect(url)) ? server : undefined
}

async function startServer(home, purpose, durable) {
  const identity = postgresIdentity()
  const place = identity ? shelter(purpose, identity) : home
  const binaries = postgresBinaries(identity, place)
  const data = join(place, "data")
  const passwordFile = join(place, "password")

  if (!existsSync(join(data, "PG_VERSION"))) {
    say("postgres", "creating a cluster")
    writeFileSync(passwordFile, randomBytes(16).toString("hex"), {
      mode: 0o600,
    })
    if (identity) chownSync(passwordFile, identity.uid, identity.gid)
    await initialise(binaries.initdb, data, passwordFile, identity)
  }
  const password = readFileSync(passwordFile, "utf8")
  const port = Number(process.env.AFFILIATE_POSTGRES_PORT) || (await freePort())
  const logFile = join(home, "postgres.log")
  const log = openSync(logFile, "a")
  const settings = {
    port,
    listen_addresses: "localhost",
    unix_socket_directories: "",
    max_connections: 300,
    shared_buffers: "256MB",
    ...(durable ? {} : { fsync: "off", full_page_writes: "off" }),
  }
  const child = spawn(
    binaries.postgres,
    [
      "-D",
      data,
      ...Object.entries(settings).flatMap(([key, value]) => [
        "-c",
        `${key}=${value}`,
      ]),
    ],
    // Detached, so that Ctrl-C at the terminal does not take the server from under those who still use it.
    { ...identity, cwd: place, detached: true, stdio: ["ignore", log, log] }
  )
  child.unref()
  const server = { pid: child.pid, port, password }
  await untilAnswering(server, logFile)
  writeFileSync(join(home, "server.json"), JSON.stringify(server), {
    mode: 0o600,
  })
  return server
}

/**
 * A directory for the user that root lends to Postgres. It is in the public temp directory, because that user may not
 * be let into the repository (say, under /root); one that somebody else put there first is refused.
 */
function shelter(purpose, { uid, gid }) {
  const directory = join(
    tmpdir(),
    `medusa-plugin-affiliate-${hash(root)}-${purpose}`
  )
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const { uid: owner } = lstatSync(directory)
  if (owner !== 0 && owner !== uid)
    throw new Error(`${directory} belongs to somebody else`)
  chownSync(directory, uid, gid)
  return directory
}

async function initialise(initdb, data, passwordFile, identity) {
  const unfinished = `${data}.unfinished`
  rmSync(data, { recursive: true, force: true })
  rmSync(unfinished, { recursive: true, force: true })
  await runOrThrow(
    initdb,
    [
      `--pgdata=${unfinished}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // Built into Postgres, so it sorts alike on every machine.
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-sync",
    ],
    { quiet: true, cwd: dirname(data), identity }
  )
  renameSync(unfinished, data)
}

async function untilAnswering({ pid, port, password }, log) {
  const url = `postgres://postgres:${password}@localhost:${port}/postgres`
  const deadline = Date.now() + START_MS_MAX
  while (!(await canConnect(url))) {
    if (!isAlive(pid) || Date.now() > deadline) {
      throw new Error(
        `Postgres did not start:\n${readFileSync(log, "utf8").slice(-2_000)}`
      )
    }
    await pause(50)
  }
}

async function stopServer({ pid }) {
  if (!isAlive(pid)) return
  process.kill(pid, "SIGINT") // Postgres' "fast" shutdown: open connections are closed, nothing is lost.
  const deadline = Date.now() + STOP_MS_MAX
  while (isAlive(pid) && Date.now() < deadline) await pause(50)
  say("postgres", "stopped")
}

/** A port nobody listens on right now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on("error", reject)
    probe.listen(0, "localhost", () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

function withDatabase(url, name) {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.toString()
}

const hash = (text) =>
  createHash("sha256").update(text).digest("hex").slice(0, 8)
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
