import { createHash, createHmac, KeyObject, randomBytes } from "node:crypto"

const TOKEN_BYTES = 32
/** A token in base64url. */
const TOKEN_RULE = /^[A-Za-z0-9_-]{43}$/

/** The secret that a store signs logins with, as Medusa's configuration may give it. */
export type StoreSecret =
  string | Buffer | KeyObject | { key: string | Buffer; passphrase: string }

/** Kept with an invitation; worth nothing without the store's secret. */
export const makeTokenSeed = (): string =>
  randomBytes(TOKEN_BYTES).toString("base64url")

/**
 * What whoever has the link proves to have been invited with; nobody guesses it. The same seed and secret make the
 * same token, so that an e-mail can be tried again without the token being kept.
 */
export const invitationTokenOf = (seed: string, secret: StoreSecret): string =>
  createHmac(
    "sha256",
    typeof secret === "object" && "passphrase" in secret ? secret.key : secret
  )
    .update(`medusa-plugin-affiliate invitation ${seed}`)
    .digest("base64url")

const sha256 = (token: string): string =>
  createHash("sha256").update(token, "ascii").digest("hex")

/** What is kept of a token: it cannot be turned back. `null` = it is no token. */
export const hashInvitationToken = (token: string): string | null =>
  TOKEN_RULE.test(token) ? sha256(token) : null

/** A seed for a new token, the token, and what is kept of it. */
export interface FreshToken {
  token: string
  token_seed: string
  token_hash: string
}

export const makeInvitationToken = (secret: StoreSecret): FreshToken => {
  const token_seed = makeTokenSeed()
  const token = invitationTokenOf(token_seed, secret)
  return { token, token_seed, token_hash: sha256(token) }
}
