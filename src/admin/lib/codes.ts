/**
 * Whether the store takes this as an affiliate's code: 2 to 63 letters,
 * digits, `_` and `-`, the first one a letter or a digit.
 */
export function isCode(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{1,62}$/.test(text)
}
