/**
 * Numbers that the United States know a taxpayer by. Only their form can be
 * told here: whether one was given, and to whom, only the IRS knows.
 */
export const US_TIN_TYPES = ["ssn", "itin", "ein"] as const
export type UsTinType = (typeof US_TIN_TYPES)[number]

/** Numbers that were printed in advertisements and belong to nobody. */
const NOBODYS_SSN = new Set(["078051120", "219099999"])

/** Prefixes that the IRS has given to its campuses, the Internet and the SBA. */
const EIN_PREFIXES: readonly [from: number, to: number][] = [
  [1, 6],
  [10, 16],
  [20, 27],
  [30, 48],
  [50, 68],
  [71, 77],
  [80, 88],
  [90, 95],
  [98, 99],
]

/** The fourth and fifth digits of an ITIN. */
const ITIN_GROUPS: readonly [from: number, to: number][] = [
  [50, 65],
  [70, 88],
  [90, 92],
  [94, 99],
]

const within = (
  ranges: readonly [from: number, to: number][],
  value: number
): boolean => ranges.some(([from, to]) => value >= from && value <= to)

/** How each is written: with its hyphens, or without any. */
const SHAPES: Record<UsTinType, RegExp> = {
  ssn: /^\d{3}-?\d{2}-?\d{4}$/,
  itin: /^\d{3}-?\d{2}-?\d{4}$/,
  ein: /^\d{2}-?\d{7}$/,
}

const isSsn = (digits: string): boolean => {
  const [area, group, serial] = [
    digits.slice(0, 3),
    digits.slice(3, 5),
    digits.slice(5),
  ]
  return (
    area !== "000" &&
    area !== "666" &&
    area < "900" &&
    group !== "00" &&
    serial !== "0000" &&
    !NOBODYS_SSN.has(digits)
  )
}

const isItin = (digits: string): boolean =>
  digits.startsWith("9") && within(ITIN_GROUPS, Number(digits.slice(3, 5)))

const isEin = (digits: string): boolean =>
  within(EIN_PREFIXES, Number(digits.slice(0, 2)))

const RULES: Record<UsTinType, (digits: string) => boolean> = {
  ssn: isSsn,
  itin: isItin,
  ein: isEin,
}

/** Hyphens where the number has them, nothing else. */
const hyphensFit = (text: string): boolean => {
  const count = text.split("-").length - 1
  return count === 0 || count === (/^\d{2}-/.test(text) ? 1 : 2)
}

/**
 * @param text with or without its hyphens
 * @returns nine digits; `null` = no number of that kind looks like this
 */
export const readUsTin = (type: UsTinType, text: string): string | null => {
  const trimmed = text.trim()
  if (!SHAPES[type].test(trimmed) || !hyphensFit(trimmed)) {
    return null
  }
  const digits = trimmed.replaceAll("-", "")
  return RULES[type](digits) ? digits : null
}

/** As it is printed on a form. */
export const writeUsTin = (type: UsTinType, digits: string): string =>
  type === "ein"
    ? `${digits.slice(0, 2)}-${digits.slice(2)}`
    : `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`
