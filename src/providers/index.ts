/** What a store needs to write a payout provider of its own. */
export * from "./types"
