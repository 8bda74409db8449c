/**
 * How the VAT numbers of each country look, as the EU's VIES takes them; `gr`
 * writes EL, and Northern Ireland XI. Whether one is registered only VIES knows.
 */
const VAT_IDS: Record<string, { prefix: string; rest: RegExp }> = {
  at: { prefix: "AT", rest: /^U\d{8}$/ },
  be: { prefix: "BE", rest: /^[01]\d{9}$/ },
  bg: { prefix: "BG", rest: /^\d{9,10}$/ },
  cy: { prefix: "CY", rest: /^\d{8}[A-Z]$/ },
  cz: { prefix: "CZ", rest: /^\d{8,10}$/ },
  de: { prefix: "DE", rest: /^\d{9}$/ },
  dk: { prefix: "DK", rest: /^\d{8}$/ },
  ee: { prefix: "EE", rest: /^\d{9}$/ },
  es: { prefix: "ES", rest: /^(?:[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/ },
  fi: { prefix: "FI", rest: /^\d{8}$/ },
  fr: { prefix: "FR", rest: /^[A-HJ-NP-Z0-9]{2}\d{9}$/ },
  gr: { prefix: "EL", rest: /^\d{9}$/ },
  hr: { prefix: "HR", rest: /^\d{11}$/ },
  hu: { prefix: "HU", rest: /^\d{8}$/ },
  ie: { prefix: "IE", rest: /^(?:\d[A-Z0-9+*]\d{5}[A-Z]|\d{7}[A-W][A-I])$/ },
  it: { prefix: "IT", rest: /^\d{11}$/ },
  lt: { prefix: "LT", rest: /^(?:\d{9}|\d{12})$/ },
  lu: { prefix: "LU", rest: /^\d{8}$/ },
  lv: { prefix: "LV", rest: /^\d{11}$/ },
  mt: { prefix: "MT", rest: /^\d{8}$/ },
  nl: { prefix: "NL", rest: /^[A-Z0-9+*]{9}B\d{2}$/ },
  pl: { prefix: "PL", rest: /^\d{10}$/ },
  pt: { prefix: "PT", rest: /^\d{9}$/ },
  ro: { prefix: "RO", rest: /^\d{2,10}$/ },
  se: { prefix: "SE", rest: /^\d{12}$/ },
  si: { prefix: "SI", rest: /^\d{8}$/ },
  sk: { prefix: "SK", rest: /^\d{10}$/ },
  xi: { prefix: "XI", rest: /^(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/ },
}

/** The countries of the EU, by the codes of ISO 3166. */
const EU = new Set(Object.keys(VAT_IDS).filter((code) => code !== "xi"))

export const isInEu = (country_code: string): boolean => EU.has(country_code)

/** What a VAT number of a country begins with; `null` = not one of the EU's. */
export const vatPrefixOf = (country_code: string): string | null =>
  VAT_IDS[country_code]?.prefix ?? null

/**
 * @param country_code two letters in lower case, or `xi` for Northern Ireland
 * @param text with or without the country's letters, spaces, dots and hyphens
 * @returns as VIES writes it, like `DE123456789`; `null` = none of that country looks like this,
 *   or the country is not one of the EU
 */
export const readVatId = (
  country_code: string,
  text: string
): string | null => {
  const form = VAT_IDS[country_code]
  if (!form) {
    return null
  }
  const signs = text.toUpperCase().replace(/[\s.-]/g, "")
  const rest = signs.startsWith(form.prefix)
    ? signs.slice(form.prefix.length)
    : signs
  return form.rest.test(rest) ? `${form.prefix}${rest}` : null
}
