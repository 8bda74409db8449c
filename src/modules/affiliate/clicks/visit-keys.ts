import { createHmac } from "node:crypto"

/** Bytes of the hash that are kept: as many as a UUID has. */
const KEY_BYTES = 16

/** The salts that visitors are hashed with today, and were yesterday. */
export interface DaySalts {
  /** UTC, `2026-11-27`. */
  day: string
  today: string
  yesterday: string
}

/**
 * Who a visitor is to a target, as it is kept for a day: nobody can tell from
 * it who it was, least of all when the salt is gone.
 *
 * @param salt of the day
 * @param target the link or code followed
 * @param visitor what tells visitors apart: an id of theirs, or address and browser
 * @returns as Postgres writes a UUID
 */
export const visitKey = (
  salt: string,
  target: string,
  visitor: string
): string => {
  const hash = createHmac("sha256", salt)
    .update(target)
    .update("\u0000")
    .update(visitor)
    .digest()
  return hash.toString("hex", 0, KEY_BYTES)
}

/** The UTC day of a moment, `2026-11-27`. */
export const dayOf = (moment: Date): string =>
  moment.toISOString().slice(0, "2026-11-27".length)
