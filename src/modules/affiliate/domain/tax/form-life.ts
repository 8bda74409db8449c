import { TaxFormType } from "../../../../shared/tax-forms"

/** A W-8 holds until the end of the third calendar year after the one it was signed in. */
const W8_YEARS = 3

/**
 * @param signed_on a day in ISO 8601
 * @returns the last day on which a form holds; `null` = until another is handed in
 */
export const expiryOf = (
  form: TaxFormType,
  signed_on: string
): string | null =>
  form === "w8ben" || form === "w8bene"
    ? `${Number(signed_on.slice(0, 4)) + W8_YEARS}-12-31`
    : null

/**
 * @param expires_on as by {@link expiryOf}
 * @param today a day in ISO 8601
 */
export const isExpired = (expires_on: string | null, today: string): boolean =>
  expires_on !== null && expires_on < today
