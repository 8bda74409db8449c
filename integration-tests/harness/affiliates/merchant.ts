import type { Api } from "../shop"

/** Whoever has an administrator's client: a shop, a store of this process or another. */
export type Merchant = { admin: Api }
