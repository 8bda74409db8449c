/** 2 to 63 letters, digits, `_` and `-`, the first one a letter or a digit. */
export const CODE_RULE = /^[A-Za-z0-9][A-Za-z0-9_-]{1,62}$/

/** The rule in words, for whoever broke it. */
export const CODE_RULE_WORDS =
  "must have 2 to 63 characters, only letters, digits, - and _, and begin with a letter or a digit"

/** Without what is easily misread: 0 and O, 1 and I and L, 2 and Z, 5 and S, 8 and B. */
export const CODE_ALPHABET = "34679ACDEFGHJKMNPQRTUVWXY"

const NAME_LENGTH_MAX = 12
const FALLBACK_NAME = "PARTNER"

/**
 * A code for an affiliate who was given none.
 *
 * @param name the affiliate's; accents are dropped, other scripts leave nothing
 * @param random of {@link CODE_ALPHABET}, so that nobody guesses the code
 * @example codeFromName("Ada Lovelace", "7K3M9Q") // "ADALOVELACE-7K3M9Q"
 */
export const codeFromName = (name: string, random: string): string => {
  const word = name
    .normalize("NFD")
    .replace(/[^A-Za-z0-9]/g, "")
    .toUpperCase()
    .slice(0, NAME_LENGTH_MAX)
  return `${word || FALLBACK_NAME}-${random}`
}
