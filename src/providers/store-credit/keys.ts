import { createHash, randomInt } from "node:crypto"

/** Without letters and digits that are taken for one another. */
const SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
const GROUPS = 4
const GROUP_LENGTH = 4

/** A word that nobody guesses: 80 bits, in groups that can be read out. */
export const secretCode = (prefix: string): string =>
  [
    prefix,
    ...Array.from({ length: GROUPS }, () =>
      Array.from(
        { length: GROUP_LENGTH },
        () => SIGNS[randomInt(SIGNS.length)]
      ).join("")
    ),
  ].join("-")

/**
 * What the one row that a payment may make is called. A function of its key, so
 * that the database itself refuses a second one.
 */
export const rowIdOf = (prefix: string, idempotency_key: string): string =>
  `${prefix}_affpay_${createHash("sha256").update(idempotency_key).digest("hex").slice(0, 32)}`
