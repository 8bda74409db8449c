import { de } from "./de"
import { en, type Words } from "./en"

export type Language = "en" | "de"
export const LANGUAGES: Language[] = ["en", "de"]

const words: Record<Language, Words> = { en, de }

type Paths<Node> = {
  [Name in keyof Node & string]: Node[Name] extends string
    ? Name extends `${infer Stem}_one` | `${infer Stem}_other`
      ? Stem
      : Name
    : `${Name}.${Paths<Node[Name]>}`
}[keyof Node & string]

/** Every word there is, like `dashboard.hello`; one that is counted goes by its stem. */
export type Key = Paths<Words>
export type Values = Record<string, string | number>
export type Translate = (key: Key, values?: Values) => string

function at(language: Language, path: string): string | undefined {
  const found = path
    .split(".")
    .reduce<unknown>(
      (node, name) => (node as Record<string, unknown> | undefined)?.[name],
      words[language]
    )
  return typeof found === "string" ? found : undefined
}

/** The words of a language; `{{name}}` in them is filled in, numbers as the language writes them. */
export function translator(language: Language, locale: string): Translate {
  const plural = new Intl.PluralRules(locale)
  const number = new Intl.NumberFormat(locale)
  return (key, values = {}) => {
    const { count } = values
    const text =
      at(language, key) ??
      (typeof count === "number"
        ? (at(language, `${key}_${plural.select(count)}`) ??
          at(language, `${key}_other`))
        : undefined) ??
      key
    return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => {
      const value = values[name]
      if (value === undefined) return whole
      return typeof value === "number" ? number.format(value) : value
    })
  }
}
