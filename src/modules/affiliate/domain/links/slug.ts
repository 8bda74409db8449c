import { forgive } from "./forgiving"

/** 3 to 64 letters, digits, `_` and `-`, the first one a letter or a digit. */
export const SLUG_RULE = /^[A-Za-z0-9][A-Za-z0-9_-]{2,63}$/

/** The rule in words, for whoever broke it. */
export const SLUG_RULE_WORDS =
  "must have 3 to 64 characters, only letters, digits, - and _, and begin with a letter or a digit"

/** Without what is easily misread: 0 and o, 1 and i and l, 2 and z, 5 and s, 8 and b. */
export const SLUG_ALPHABET = "34679acdefghjkmnpqrtuvwxy"

/** Letters of a slug that nobody chose: enough that they cannot be gone through. */
export const SLUG_RANDOM_LENGTH = 9

/** Slugs match in any letter case: the key they are unique by. */
export const slugKey = (slug: string): string => forgive(slug).toLowerCase()
