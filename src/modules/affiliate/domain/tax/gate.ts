import { Amount } from "../money"
import { TaxHold } from "../payee"
import { formName } from "./form"
import { UsTaxFormType } from "../../../../shared/tax-forms"
import { isExpired } from "./form-life"
import { TAX_CURRENCY, ThresholdInForce } from "./thresholds"

/** The form of the IRS that is on file, as far as payouts ask for it. */
export interface FormOnFile {
  form: UsTaxFormType
  /** A day in ISO 8601; `null` = it holds until another is handed in. */
  expires_on: string | null
}

export type FormStanding =
  { state: "missing" } | { state: "expired" | "valid"; form: UsTaxFormType }

export const standingOf = (
  form: FormOnFile | null,
  today: string
): FormStanding =>
  form === null
    ? { state: "missing" }
    : {
        state: isExpired(form.expires_on, today) ? "expired" : "valid",
        form: form.form,
      }

/** Why a payout waits for a tax form. */
export interface TaxBlock {
  standing: FormStanding
  threshold: Amount
  year: number
}

/**
 * Payouts in US dollars wait for a tax form once what was paid in the calendar
 * year, what is requested and what is asked for come to the amount that is
 * reported. Other currencies do not count: amounts are never added across
 * currencies, and no rate is known here that the law would take.
 *
 * @param input.out paid this year, requested, and asked for, together
 * @param input.today a day in ISO 8601; its year is the tax year
 * @returns `null` = no form is waited for
 */
export const taxBlockOf = (input: {
  currency_code: string
  out: Amount
  threshold: ThresholdInForce
  form: FormOnFile | null
  today: string
}): TaxBlock | null => {
  const { currency_code, out, threshold, form, today } = input
  if (
    currency_code !== TAX_CURRENCY ||
    !threshold.gate ||
    out.lt(threshold.amount)
  ) {
    return null
  }
  const standing = standingOf(form, today)
  return standing.state === "valid"
    ? null
    : {
        standing,
        threshold: threshold.amount,
        year: Number(today.slice(0, 4)),
      }
}

/** A block in words for whoever asked for the payout, affiliate or merchant. */
export const taxBlockInWords = ({
  standing,
  threshold,
  year,
}: TaxBlock): string => {
  const why =
    standing.state === "missing"
      ? "no tax form is on file"
      : `the ${formName(standing.form)} on file has expired`
  return `Payouts that come to ${threshold.toFixed()} USD or more in ${year} wait for a tax form (W-9, W-8BEN or W-8BEN-E): ${why}`
}

/**
 * The same for whatever may be asked for: payouts of `from` or more wait.
 *
 * @param input.out paid this year and requested, together
 * @returns `null` = no form is waited for, however much is asked for
 */
export const taxHoldFrom = (
  input: Parameters<typeof taxBlockOf>[0]
): TaxHold | null => {
  const { out, threshold } = input
  // What would come to the threshold: whether that waits says whether anything does.
  const block = taxBlockOf({ ...input, out: threshold.amount })
  return block
    ? {
        from: threshold.amount.minus(out),
        words: taxBlockInWords(block),
      }
    : null
}
