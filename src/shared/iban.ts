/** `97` of ISO 7064: the remainder of a valid IBAN is 1. */
const MODULUS = 97

/** How many characters an IBAN has, by the country it begins with: the registry of ISO 13616. */
const LENGTHS =
  "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 " +
  "ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 " +
  "LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 " +
  "PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30"

const LENGTH_OF = new Map(
  LENGTHS.split(" ").map((entry) => [entry.slice(0, 2), Number(entry.slice(2))])
)

/** Where a SEPA credit transfer reaches, by the country an IBAN begins with; overseas places go by their mainland's. */
const SEPA = new Set(
  (
    "AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO " +
    "RS SE SI SK SM VA"
  ).split(" ")
)

/** What is wrong with an IBAN. */
export type IbanProblem =
  /** It does not look like one at all. */
  | { problem: "form" }
  /** Banks of that country have none. */
  | { problem: "country"; country: string }
  | { problem: "length"; country: string; length: number }
  /** A typing error: its check digits do not fit. */
  | { problem: "digits" }

/** Whether the whole is divided by 97 with a remainder of 1, its letters standing for two digits: A = 10 … Z = 35. */
const checks = (iban: string): boolean => {
  let remainder = 0
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = parseInt(character, 36)
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % MODULUS
  }
  return remainder === 1
}

/**
 * What is wrong with an IBAN; `null` when nothing is.
 *
 * @param iban without spaces, in upper case
 */
export const ibanProblem = (iban: string): IbanProblem | null => {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban)) {
    return { problem: "form" }
  }
  const country = iban.slice(0, 2)
  const length = LENGTH_OF.get(country)
  if (!length) {
    return { problem: "country", country }
  }
  if (iban.length !== length) {
    return { problem: "length", country, length }
  }
  return checks(iban) ? null : { problem: "digits" }
}

/** True for an IBAN of a country that has them, in its length, whose check digits are right. */
export const isIban = (iban: string): boolean => ibanProblem(iban) === null

/** Whether a SEPA credit transfer reaches an IBAN. */
export const isInSepa = (iban: string): boolean => SEPA.has(iban.slice(0, 2))

/** True for a bank's code, of 8 or 11 letters and digits (ISO 9362). */
export const isBic = (bic: string): boolean =>
  /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic)
