/** Numbers and times as a reader's language writes them. */
export type Formats = {
  money: (amount: number, currencyCode: string) => string
  count: (value: number) => string
  /** Of a share: `0.125` is 12.5 %. */
  percent: (share: number) => string
  /** The day of a moment, where the reader is. */
  day: (moment: string | null) => string
  moment: (moment: string) => string
  /** A day of the calendar without a time, like `2026-11-03`. */
  calendarDay: (date: string, length?: "short" | "long") => string
  country: (code: string) => string
}

export function formats(locale: string): Formats {
  const count = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, {
    style: "percent",
    maximumFractionDigits: 2,
  })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium" })
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
  })
  // Days of the calendar are the same everywhere.
  const long = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeZone: "UTC",
  })
  const short = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  })
  const regions = new Intl.DisplayNames(locale, { type: "region" })
  const currencies = new Map<string, Intl.NumberFormat>()
  const currency = (code: string) => {
    const known =
      currencies.get(code) ??
      new Intl.NumberFormat(locale, { style: "currency", currency: code })
    currencies.set(code, known)
    return known
  }
  return {
    money: (amount, code) => currency(code.toUpperCase()).format(amount),
    count: (value) => count.format(value),
    percent: (share) => percent.format(share),
    day: (value) => (value ? day.format(new Date(value)) : "–"),
    moment: (value) => moment.format(new Date(value)),
    calendarDay: (date, length = "long") =>
      (length === "long" ? long : short).format(new Date(date.slice(0, 10))),
    country: (code) => regions.of(code.toUpperCase()) ?? code,
  }
}
