import { ok } from "../../harness"
import { Action, expectRefused } from "./action"

const HOUR_MS = 60 * 60 * 1000
const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * HOUR_MS)

/** Says that it began yesterday, or begins now. Orders there were are none of its business all the same. */
const make: Action = {
  name: "make a contract",
  weight: 6,
  asks: "terms",
  plan: ({ random, partners, model, store }) => {
    const { affiliate } = random.pick(partners)
    const percent = random.pick([35, 4.4444, 0, 62.5])
    const sinceYesterday = random.chance(0.4)
    return {
      words: `${affiliate.name} gets a contract for ${percent} % from ${sinceYesterday ? "yesterday" : "now"} on`,
      run: async () => {
        const answer = await store.admin.post(
          `/admin/affiliates/${affiliate.id}/contracts`,
          {
            title: `Contract for ${percent} %`,
            revenue_split: percent,
            starts_at: hoursAgo(sinceYesterday ? 24 : 0),
          }
        )
        const overlapping = affiliate.contracts.some(
          ({ until }) => sinceYesterday || until === Infinity
        )
        if (overlapping) {
          expectRefused(answer, "another contract is in force in that time")
          return
        }
        affiliate.contracts.push({
          id: ok(answer).contract.id,
          percent,
          from: sinceYesterday ? 0 : model.judged.length,
          until: Infinity,
        })
      },
    }
  },
}

/** Ends now, or says that it ended before: what was sold with it stays with it. */
const end: Action = {
  name: "end a contract",
  weight: 4,
  asks: "terms",
  plan: ({ random, partners, model, store }) => {
    const open = partners.flatMap(({ affiliate }) =>
      affiliate.contracts
        .filter(({ until }) => until === Infinity)
        .map((contract) => ({ affiliate, contract }))
    )
    if (open.length === 0) return null
    const { affiliate, contract } = random.pick(open)
    const before = contract.from === 0 && random.chance(0.3)
    return {
      words: `the contract of ${affiliate.name} ${before ? "is said to have ended last night" : "ends today"}`,
      run: async () => {
        ok(
          await store.admin.post(
            `/admin/affiliates/${affiliate.id}/contracts/${contract.id}`,
            { ends_at: hoursAgo(before ? 12 : 0) }
          )
        )
        contract.until = before ? 0 : model.judged.length
      },
    }
  },
}

export const contracts: Action[] = [make, end]
