/**
 * Keys of the shared React Query cache. They all start with `affiliate`,
 * because every plugin of a store writes into the same cache.
 */
const keysOf = <TName extends string>(name: TName) => ({
  all: ["affiliate", name] as const,
  lists: () => ["affiliate", name, "list"] as const,
  list: (query?: object) => ["affiliate", name, "list", { query }] as const,
  details: () => ["affiliate", name, "detail"] as const,
  detail: (id: string) => ["affiliate", name, "detail", id] as const,
})

/** Everything the plugin has read. */
export const allKeys = ["affiliate"] as const
export const affiliateKeys = keysOf("affiliates")
export const programKeys = keysOf("programs")
export const tierKeys = keysOf("tiers")
export const commissionKeys = keysOf("commissions")
export const payoutKeys = keysOf("payouts")
export const payoutBatchKeys = keysOf("payout-batches")
export const orderKeys = keysOf("orders")
export const attributionKeys = keysOf("attributions")
export const changeKeys = keysOf("changes")
export const ruleKeys = keysOf("rules")
export const agreementKeys = keysOf("agreements")
export const creativeKeys = keysOf("creatives")
export const statsKeys = keysOf("stats")
export const contractKeys = keysOf("contracts")
export const identityKeys = keysOf("identity")
export const invitationKeys = keysOf("invitations")
export const taxKeys = keysOf("taxes")
export const documentKeys = keysOf("tax-documents")
export const payoutProviderKeys = keysOf("payout-providers")
export const peopleKeys = keysOf("people")
export const payoutNoticeKeys = keysOf("payout-notices")
