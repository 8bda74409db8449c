import { ok } from "../../harness"
import { publishAgreement } from "../../harness/affiliates"
import { amounts } from "../world/programs"
import { Action } from "./action"

const publish: Action = {
  name: "publish an agreement",
  weight: 4,
  asks: "order",
  plan: ({ random, programs, store }) => {
    const program = random.pick(programs)
    const mustBeAccepted = random.chance(0.6)
    return {
      words: `the program ${program.name} publishes an agreement${mustBeAccepted ? " to be accepted" : ""}`,
      run: async () => {
        const { version } = await publishAgreement(store, program.id, {
          requires_acceptance: mustBeAccepted,
        })
        program.agreement = { version, mustBeAccepted }
      },
    }
  },
}

const accept: Action = {
  name: "accept the agreement",
  weight: 7,
  asks: "order",
  plan: ({ random, partners }) => {
    const due = partners.flatMap(({ affiliate, api }) => {
      const { agreement } = affiliate.program
      return api && agreement && affiliate.accepted < agreement.version
        ? [{ affiliate, api, version: agreement.version }]
        : []
    })
    if (due.length === 0) return null
    const { affiliate, api, version } = random.pick(due)
    return {
      words: `${affiliate.name} accepts version ${version} of the agreement`,
      run: async () => {
        ok(await api.post(`/affiliate/agreements/${version}/accept`))
        affiliate.accepted = version
      },
    }
  },
}

const askWhoTheyAre: Action = {
  name: "ask for identities",
  weight: 4,
  asks: "order",
  plan: ({ random, programs, store }) => {
    const program = random.pick(programs)
    const asked = random.pick(["never", "always", "above_amount"] as const)
    const limits = { usd: random.pick([10, 40]), eur: 15, kwd: 0.5 }
    if (asked === program.identityAsked) return null
    return {
      words: `the program ${program.name} asks for identities: ${asked}${asked === "above_amount" ? ` of ${limits.usd} usd` : ""}`,
      run: async () => {
        ok(
          await store.admin.post(`/admin/affiliate-programs/${program.id}`, {
            identity_required: asked,
            identity_amounts: amounts(limits),
          })
        )
        program.identityAsked = asked
        program.identityAmounts = limits
      },
    }
  },
}

const decideWhoTheyAre: Action = {
  name: "decide on an identity",
  weight: 5,
  asks: "order",
  plan: ({ random, partners, store }) => {
    const asked = partners.filter(
      ({ affiliate }) => affiliate.program.identityAsked !== "never"
    )
    if (asked.length === 0) return null
    const { affiliate } = random.pick(asked)
    const status = random.pick([
      "verified",
      "verified",
      "rejected",
      "pending",
    ] as const)
    if (status === affiliate.identity) return null
    return {
      words: `the identity of ${affiliate.name} is ${status}`,
      run: async () => {
        ok(
          await store.admin.post(`/admin/affiliates/${affiliate.id}/identity`, {
            status,
            note: "the simulation says so",
          })
        )
        affiliate.identity = status
      },
    }
  },
}

/** What payouts wait for, and earnings do not. */
export const clearance: Action[] = [
  publish,
  accept,
  askWhoTheyAre,
  decideWhoTheyAre,
]
