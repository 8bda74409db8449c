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

/** As the plugin has it where the store says nothing. */
const COOL_OFF_DAYS = 3

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
        if (affiliate.account && affiliate.account !== account)
          affiliate.coolOffDays = COOL_OFF_DAYS
        affiliate.account = account
      },
    }
  },
}

/** Somebody has asked the affiliate by another way. */
const endCoolOff: Action = {
  name: "end a cool-off",
  weight: 5,
  asks: "plugin",
  plan: ({ random, partners, store }) => {
    const waiting = partners.filter(
      ({ affiliate }) => affiliate.coolOffDays > 0
    )
    if (waiting.length === 0) return null
    const { affiliate } = random.pick(waiting)
    return {
      words: `the merchant asks ${affiliate.name} whether the account is theirs: it is`,
      run: async () => {
        ok(
          await store.admin.post(
            `/admin/affiliates/${affiliate.id}/payout-method/end-cool-off`,
            { reason: "Asked by phone" }
          )
        )
        affiliate.coolOffDays = 0
      },
    }
  },
}

export const payoutAccounts: Action[] = [nameAccount, endCoolOff]
