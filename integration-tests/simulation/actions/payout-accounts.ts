import { ok } from "../../harness"
import { BANK } from "../../support/affiliates"
import { PayoutAccount } from "../model/terms"
import { Action } from "./action"

/** How often somebody names each. */
const ACCOUNTS: { account: PayoutAccount; weight: number }[] = [
  { account: "bank", weight: 4 },
  { account: "slow", weight: 5 },
  { account: "good", weight: 2 },
  { account: "closed", weight: 1 },
  { account: "answer_lost", weight: 1 },
  { account: "request_lost", weight: 1 },
]

/** How often it is somebody who has one already. */
const ANOTHER = 0.2

const named = (account: PayoutAccount) =>
  account === "bank"
    ? { provider: "manual", details: BANK }
    : { provider: "sandbox", details: { account } }

const nameAccount: Action = {
  name: "payout account",
  weight: 12,
  asks: "plugin",
  plan: ({ random, partners, store }) => {
    const without = partners.filter(({ affiliate }) => !affiliate.account)
    const whose =
      without.length > 0 && !random.chance(ANOTHER) ? without : partners
    // Once everybody has one it is rarely changed.
    if (without.length === 0 && !random.chance(ANOTHER)) return null
    const { affiliate, api } = random.pick(whose)
    const { account } = random.weighted(ACCOUNTS)
    return {
      words: `${affiliate.name} wants their money at: ${account}`,
      run: async () => {
        const body = named(account)
        ok(
          api
            ? await api.post("/affiliate/payout-method", body)
            : await store.admin.post(
                `/admin/affiliates/${affiliate.id}/payout-method`,
                body
              )
        )
        affiliate.account = account
      },
    }
  },
}

export const payoutAccounts: Action[] = [nameAccount]
