/**
 * Countries with an income tax treaty in force with the United States. Left out
 * are Hungary (ended 2023), Russia (suspended since 2024) and Belarus (suspended
 * from the end of 2024): a claim under those is for a person to look at.
 */
const TREATY_COUNTRIES = new Set(
  (
    "am at au az bb bd be bg ca ch cl cn cy cz de dk ee eg es fi fr gb ge gr id ie il in is it jm jp " +
    "kg kr kz lk lt lu lv ma md mt mx nl no nz ph pk pl pt ro se si sk th tj tm tn tr tt ua uz ve za"
  ).split(" ")
)

export const hasTreaty = (country_code: string): boolean =>
  TREATY_COUNTRIES.has(country_code)

/** What the United States withhold from a foreign person without a treaty. */
export const STATUTORY_RATE = 30

/** What a foreign person claims under a treaty; part II of W-8BEN, part III of W-8BEN-E. */
export interface TreatyClaim {
  country_code: string
  /** Article and paragraph, like `7(1)`. */
  article: string
  /** Percent to be withheld instead of 30. */
  rate: number
  /** Like `Business profits`. */
  income_type: string
  /** Why it applies, where the treaty asks for more; for entities the limitation on benefits. */
  conditions?: string | null
}

const ARTICLE = /^[0-9]{1,2}[A-Z]?(?:\s?\([0-9A-Za-z]{1,3}\))*$/

/**
 * @param residence where the person is resident for tax
 * @returns what is wrong with a claim, naming the field; `null` = it may be claimed
 */
export const problemOfTreaty = (
  claim: TreatyClaim,
  residence: string
): string | null => {
  if (claim.country_code !== residence) {
    return "Field 'treaty.country_code' must be the country of residence: only its treaty can be claimed"
  }
  if (!hasTreaty(claim.country_code)) {
    return "Field 'treaty.country_code' must be a country whose tax treaty with the United States is in force"
  }
  if (!ARTICLE.test(claim.article)) {
    return "Field 'treaty.article' must be an article of the treaty like 7 or 12(2)"
  }
  return claim.rate < 0 || claim.rate >= STATUTORY_RATE
    ? `Field 'treaty.rate' must be at least 0 and less than ${STATUTORY_RATE}, which is withheld without a treaty`
    : null
}
