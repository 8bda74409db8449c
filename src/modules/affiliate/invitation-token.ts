import { createHash, randomBytes } from "node:crypto"

const TOKEN_BYTES = 32
/** A token in base64url. */
const TOKEN_RULE = /^[A-Za-z0-9_-]{43}$/

/** What whoever has the link proves to have been invited with; nobody guesses it. */
export const makeInvitationToken = (): string =>
  randomBytes(TOKEN_BYTES).toString("base64url")

/** What is kept of a token: it cannot be turned back. `null` = it is no token. */
export const hashInvitationToken = (token: string): string | null =>
  TOKEN_RULE.test(token)
    ? createHash("sha256").update(token, "ascii").digest("hex")
    : null
