import {
  RELEASE_CHUNK,
  ReleaseCursor,
  releaseDue,
  ReleasedChunk,
} from "../src/modules/affiliate/sql/release"
import { BenchDatabase, openDatabase, seedDueCommissions } from "./lib/ledger"
import { numberArgument, Pair, report, timed } from "./lib/report"

/**
 * Releasing due commissions, chunk by chunk with entries and balances, beside
 * the bare `UPDATE` of as many rows in one statement, which writes no ledger
 * and makes every refund wait.
 */
const rows = numberArgument("rows", 1_000_000)
const runs = numberArgument("runs", 3)
const affiliates = numberArgument("affiliates", 1_000)

const release = async ({ knex }: BenchDatabase): Promise<void> => {
  let released = 0
  let after: ReleaseCursor | null = null
  do {
    const from: ReleaseCursor | null = after
    const chunk: ReleasedChunk = await knex.transaction((trx) =>
      releaseDue(trx, RELEASE_CHUNK, from)
    )
    released += chunk.released.length
    after = chunk.next
  } while (after)
  if (released !== rows) {
    throw new Error(`released ${released} of ${rows}`)
  }
}

const bareUpdate = async ({ knex }: BenchDatabase): Promise<void> => {
  await knex.raw(
    `UPDATE affiliate_commission SET status = 'available', released_at = now()
      WHERE status = 'pending' AND available_at <= now()`
  )
}

/** The longest time a refund of one affiliate would wait for a lock meanwhile. */
const longestWait = async (
  database: BenchDatabase,
  work: Promise<unknown>
): Promise<number> => {
  let longest = 0
  let done = false
  void work.finally(() => (done = true))
  while (!done) {
    const id = `affcom_${1 + Math.floor(Math.random() * rows)}`
    const ms = await timed(() =>
      database.knex.raw(
        "UPDATE affiliate_commission SET revision = revision + 1 WHERE id = :id",
        { id }
      )
    )
    longest = Math.max(longest, ms)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return longest
}

const measure = async (
  work: (database: BenchDatabase) => Promise<void>
): Promise<{ seconds: number; wait_ms: number }> => {
  const database = await openDatabase()
  try {
    await seedDueCommissions(database, rows, affiliates)
    let wait_ms = 0
    const ms = await timed(async () => {
      const running = work(database)
      wait_ms = await longestWait(database, running)
      await running
    })
    return { seconds: ms / 1000, wait_ms }
  } finally {
    await database.close()
  }
}

const main = async (): Promise<void> => {
  const time: Pair[] = []
  const wait: Pair[] = []
  for (let run = 1; run <= runs; run++) {
    const ours = await measure(release)
    const baseline = await measure(bareUpdate)
    time.push({ ours: ours.seconds, baseline: baseline.seconds })
    wait.push({ ours: ours.wait_ms, baseline: baseline.wait_ms })
    process.stdout.write(`run ${run} of ${runs} done\n`)
  }
  const names = {
    ours: "release: entries, balances, commissions",
    baseline: "one bare UPDATE of the commissions",
  }
  report(`Release of ${rows} due commissions, time`, "s", names, time)
  report("Longest wait of another writer meanwhile", "ms", names, wait)
}

void main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exitCode = 1
})
