import { audit } from "../src/modules/affiliate/sql/audit"
import { openDatabase, seedDueCommissions } from "./lib/ledger"
import { numberArgument, Pair, report, timed } from "./lib/report"

/**
 * The audit of a ledger, beside reading every entry once in the plainest way
 * there is: summing them per commission.
 */
const entries = numberArgument("entries", 1_000_000)
const runs = numberArgument("runs", 5)

const main = async (): Promise<void> => {
  const database = await openDatabase()
  try {
    await seedDueCommissions(database, entries, 1_000)
    const pairs: Pair[] = []
    let checks = 0
    for (let run = 1; run <= runs; run++) {
      const ours = await timed(async () => {
        const result = await database.knex.transaction((trx) => audit(trx))
        checks = result.length
      })
      const baseline = await timed(() =>
        database.knex.raw(
          `SELECT count(*) FROM (SELECT commission_id, sum(amount)
             FROM affiliate_entry GROUP BY commission_id) AS sums`
        )
      )
      pairs.push({ ours: ours / 1000, baseline: baseline / 1000 })
    }
    report(
      `Audit of ${entries} entries (${checks} checks)`,
      "s",
      { ours: "the audit", baseline: "one pass over the entries" },
      pairs
    )
  } finally {
    await database.close()
  }
}

void main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exitCode = 1
})
