import { currencies } from "@medusajs/dashboard/lib"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"

/**
 * The locale to write figures in: the browser's variant of the dashboard's
 * language (`en-GB` for a British browser in English), else the language.
 *
 * @param language As the dashboard names it, e.g. `de` or `ptBR`.
 */
export function localeOf(language: string): string {
  const tag = language.replace(/^([a-z]{2,3})([A-Z]{2})$/, "$1-$2")
  const base = tag.split("-")[0]
  const preferred = navigator.languages.find(
    (candidate) => candidate.split("-")[0] === base
  )
  return preferred ?? tag
}

/** How many decimals a currency has, as Medusa's currency module counts them. */
export function currencyDigits(currencyCode: string): number {
  return currencies[currencyCode.toUpperCase()]?.decimal_digits ?? 2
}

/** The currency's own sign, e.g. `€`. */
export function currencySymbol(currencyCode: string): string {
  const code = currencyCode.toUpperCase()
  return currencies[code]?.symbol_native ?? code
}

/** An amount in major units, with the currency's own digits (JPY 0, USD 2, KWD 3). */
export function formatMoney(
  amount: number,
  currencyCode: string,
  locale: string
): string {
  const digits = currencyDigits(currencyCode)
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: currencyCode.toUpperCase(),
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    // `-0.00` says nothing to anybody.
    signDisplay: "negative",
  }).format(amount)
}

/** @param percent `20` for twenty percent. */
export function formatPercent(percent: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: "percent",
    maximumFractionDigits: 4,
  }).format(percent / 100)
}

export function formatDate(
  value: string | Date | null | undefined,
  locale: string,
  withTime = false
): string {
  const date = value ? new Date(value) : null
  if (!date || Number.isNaN(date.getTime())) {
    return ""
  }
  return new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    ...(withTime ? { timeStyle: "short" } : {}),
  }).format(date)
}

/** `DE` → `Germany`, in the dashboard's language; an unknown code stays a code. */
export function formatCountry(code: string, locale: string): string {
  try {
    return (
      new Intl.DisplayNames(locale, { type: "region" }).of(
        code.toUpperCase()
      ) ?? code
    )
  } catch {
    return code.toUpperCase()
  }
}

/** `USD` → `US Dollar`, in the dashboard's language. */
export function formatCurrencyName(code: string, locale: string): string {
  try {
    return (
      new Intl.DisplayNames(locale, { type: "currency" }).of(
        code.toUpperCase()
      ) ?? code
    )
  } catch {
    return code.toUpperCase()
  }
}

/** The formatters above, bound to the dashboard's language. */
export function useFormat() {
  const { i18n } = useTranslation("affiliate")
  const locale = localeOf(i18n.language)

  return useMemo(
    () => ({
      locale,
      money: (amount: number, currencyCode: string) =>
        formatMoney(amount, currencyCode, locale),
      percent: (percent: number) => formatPercent(percent, locale),
      number: (value: number) => new Intl.NumberFormat(locale).format(value),
      date: (value: string | Date | null | undefined) =>
        formatDate(value, locale),
      dateTime: (value: string | Date | null | undefined) =>
        formatDate(value, locale, true),
      /** A day that is one in UTC, like `2026-11-20`, wherever the browser is. */
      day: (value: string) =>
        new Intl.DateTimeFormat(locale, {
          dateStyle: "medium",
          timeZone: "UTC",
        }).format(new Date(value)),
      country: (code: string) => formatCountry(code, locale),
      currencyName: (code: string) => formatCurrencyName(code, locale),
      /** `a, b and c`, in the dashboard's language. */
      list: (items: string[]) =>
        new Intl.ListFormat(locale, { type: "conjunction" }).format(items),
      /** `a, b or c`. */
      oneOf: (items: string[]) =>
        new Intl.ListFormat(locale, { type: "disjunction" }).format(items),
    }),
    [locale]
  )
}
