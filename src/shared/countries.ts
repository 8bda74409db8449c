/** Names that browsers know for codes that are no country, or none any more. */
const NO_COUNTRY = new Set(
  "an ac bu cp cq cs dd dg dy ea eu ez fx hv ic nh nq nt pc pu pz qo qu rh su ta tp uk un vd wk xa xb yd yu zr zz".split(
    " "
  )
)

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"]

/** Every country with its name in a language, by name. */
export function countriesIn(
  locale: string
): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, {
    type: "region",
    fallback: "none",
  })
  return LETTERS.flatMap((first) =>
    LETTERS.flatMap((second) => {
      const value = first + second
      const label = NO_COUNTRY.has(value)
        ? undefined
        : names.of(value.toUpperCase())
      return label ? [{ value, label }] : []
    })
  ).sort((a, b) => a.label.localeCompare(b.label, locale))
}
