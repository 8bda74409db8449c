import type { Language } from "../i18n/translate"

/** What parts thousands, and what stands before the decimals. */
const SIGNS: Record<Language, { group: RegExp; decimal: string }> = {
  en: { group: /,(?=\d{3}(\D|$))/g, decimal: "." },
  de: { group: /\.(?=\d{3}(\D|$))/g, decimal: "," },
}

/** An amount as people of a language write it; `null` where it is none, or not more than nothing. */
export function readAmount(text: string, language: Language): number | null {
  const { group, decimal } = SIGNS[language]
  const plain = text.replace(/\s/g, "").replace(group, "").replace(decimal, ".")
  const amount = /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN
  return amount > 0 ? amount : null
}
