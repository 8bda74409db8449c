/** What a code or a slug cannot begin or end with, and what chat apps, quotes and sentences put around it. */
const AROUND = /^[^A-Za-z0-9]+|[^A-Za-z0-9_-]+$/g

/**
 * A code or a slug as people hand it on: with the full stop of the sentence, in
 * quotes, with an invisible space. Only signs are dropped that neither can
 * have, so no two words become one.
 *
 * @example forgive("(ADA10).") // "ADA10"
 */
export const forgive = (word: string): string => word.replace(AROUND, "")
