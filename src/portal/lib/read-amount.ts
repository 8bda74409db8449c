import type { Language } from "../i18n/translate"

/** What parts thousands, and what stands before the decimals. */
const SIGNS: Record<Language, { group: RegExp; amount: RegExp }> = {
  en: { group: /,(?=\d{3}(\D|$))/g, amount: /^\d+(\.\d+)?$/ },
  de: { group: /\.(?=\d{3}(\D|$))/g, amount: /^\d+(,\d+)?$/ },
}

/** An amount as people of a language write it; `null` where it is none, or not more than nothing. */
export function readAmount(text: string, language: Language): number | null {
  const { group, amount } = SIGNS[language]
  const plain = text.replace(/\s/g, "").replace(group, "")
  const read = amount.test(plain) ? Number(plain.replace(",", ".")) : 0
  return read > 0 ? read : null
}
