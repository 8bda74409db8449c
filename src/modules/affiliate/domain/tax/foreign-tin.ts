/** Letters and digits with what they are parted by; every country has a form of its own. */
const SHAPE = /^[\p{L}\p{N}](?:[\p{L}\p{N} ./-]*[\p{L}\p{N}])?$/u
const LENGTH_MIN = 4
const LENGTH_MAX = 30

/**
 * The number another country knows a taxpayer by. Its form is not told: there
 * are more forms than countries, and a right number refused is worse than a
 * wrong one kept. What is no number at all is found out.
 *
 * @returns as it is kept; `null` = this is no number
 */
export const readForeignTin = (text: string): string | null => {
  const trimmed = text.trim().replace(/\s+/g, " ")
  const signs = trimmed.replace(/[^\p{L}\p{N}]/gu, "")
  return SHAPE.test(trimmed) &&
    signs.length >= LENGTH_MIN &&
    trimmed.length <= LENGTH_MAX &&
    /\p{N}/u.test(signs) &&
    new Set(signs).size > 1
    ? trimmed
    : null
}

/** The last four signs, which may be shown; of a short number fewer, so that it is not told whole. */
export const lastFour = (number: string): string => {
  const signs = number.replace(/[^\p{L}\p{N}]/gu, "")
  return signs.slice(-Math.min(4, Math.floor(signs.length / 2)))
}

/** A number as it is shown. */
export const masked = (last_four: string | null): string | null =>
  last_four === null ? null : `•••• ${last_four}`
