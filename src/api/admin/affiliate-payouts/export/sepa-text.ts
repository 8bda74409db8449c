/** What letters become that are no Latin letter with an accent; the rest loses its accent or becomes a full stop. */
const LETTERS: Record<string, string> = Object.fromEntries(
  (
    "ä-ae ö-oe ü-ue ß-ss æ-ae œ-oe ø-o å-a đ-d ð-d ł-l þ-th ħ-h ı-i ŋ-n €-EUR &-+ _-- `-' ´-' ‘-' ’-' “-' ”-' „-' \"-' –-- —-- " +
    "α-a β-v γ-g δ-d ε-e ζ-z η-i θ-th ι-i κ-k λ-l μ-m ν-n ξ-x ο-o π-p ρ-r σ-s ς-s τ-t υ-y φ-f χ-ch ψ-ps ω-o " +
    "а-a б-b в-v г-g д-d е-e ж-zh з-z и-i й-y к-k л-l м-m н-n о-o п-p р-r с-s т-t у-u ф-f х-h ц-ts ч-ch ш-sh щ-sht " +
    "ъ-a ы-y ь-y э-e ю-yu я-ya є-ye і-i ї-yi ґ-g ђ-dj ј-j љ-lj њ-nj ћ-c џ-dz ѓ-gj ќ-kj ѕ-dz"
  )
    .split(" ")
    .map((pair) => [pair.slice(0, 1), pair.slice(2)])
)

const capitalized = (text: string): string =>
  text.charAt(0).toUpperCase() + text.slice(1)

const letter = (sign: string): string | undefined => {
  const own = LETTERS[sign]
  if (own !== undefined) {
    return own
  }
  const small = LETTERS[sign.toLowerCase()]
  return small === undefined ? undefined : capitalized(small)
}

/** What banks take in a credit transfer, and nothing else. */
const ALLOWED = /^[A-Za-z0-9/?:().,'+ -]$/

const inSet = (sign: string): string => {
  if (ALLOWED.test(sign)) {
    return sign
  }
  const known = letter(sign.normalize("NFC"))
  if (known !== undefined) {
    return known
  }
  // An accent on a letter that is in the list, such as ά, leaves that letter.
  const bare = sign.normalize("NFKD").replace(/\p{M}/gu, "")
  return [...bare]
    .map((part) => (ALLOWED.test(part) ? part : (letter(part) ?? ".")))
    .join("")
}

/**
 * Text in the characters that banks take in a SEPA credit transfer: letters are
 * written out in Latin ones, what has no likeness becomes a full stop. It
 * neither begins with a sign nor holds `//`, which banks refuse.
 *
 * @param max how long it may be; the rest is cut off
 * @returns an empty text where nothing of it can be written
 */
export const sepaText = (text: string, max: number): string =>
  [...text.normalize("NFC").replace(/([οό])[υύ]/gi, "$1u")]
    .map(inSet)
    .join("")
    .replace(/\/{2,}/g, "/")
    .replace(/\s+/g, " ")
    .replace(/^[^A-Za-z0-9]+/, "")
    .slice(0, max)
    .replace(/[\s/]+$/, "")
