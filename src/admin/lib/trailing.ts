/** How long later orders of a customer are credited, as a form asks for it. */
export type TrailingChoice = "default" | "first" | "months"

/**
 * `trailing_months` of the API as a choice and a figure. What `null` means
 * differs (a program: for ever; an affiliate: as the program), so the form
 * names it `default`.
 */
export function toTrailing(months: number | null): {
  trailing: TrailingChoice
  trailing_months: string
} {
  if (months === null) {
    return { trailing: "default", trailing_months: "" }
  }
  return months === 0
    ? { trailing: "first", trailing_months: "" }
    : { trailing: "months", trailing_months: String(months) }
}

/** Back to the API's `trailing_months`. */
export function fromTrailing(form: {
  trailing: TrailingChoice
  trailing_months: string
}): number | null {
  switch (form.trailing) {
    case "default":
      return null
    case "first":
      return 0
    case "months":
      return Number(form.trailing_months.trim())
  }
}

export const TRAILING_CHOICES = ["default", "first", "months"] as const

/** A hundred years; the store takes no more. */
export const TRAILING_MONTHS_MAX = 1200
