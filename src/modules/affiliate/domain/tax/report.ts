import { Amount } from "../money"
import { Classification } from "../../../../shared/tax-forms"
import { FormStanding } from "./gate"
import { TAX_CURRENCY } from "./thresholds"

/** Why a form 1099-NEC is due of somebody, or not. */
export type Verdict1099 =
  | "due"
  | "due_without_form"
  | "other_currency"
  | "below_threshold"
  | "foreign_person"
  | "exempt_payee"

/** Payments to corporations are not reported on form 1099-NEC. */
const CORPORATIONS: readonly Classification[] = [
  "c_corporation",
  "s_corporation",
  "llc_c_corporation",
  "llc_s_corporation",
]

/**
 * @param input.net what was paid in the year and not returned
 * @param input.classification as on the form; `null` = there is none
 */
export const verdict1099 = (input: {
  currency_code: string
  net: Amount
  threshold: Amount
  standing: FormStanding
  classification: Classification | null
  exempt_payee: boolean
}): Verdict1099 => {
  const { currency_code, net, threshold, standing } = input
  if (currency_code !== TAX_CURRENCY) {
    return "other_currency"
  }
  if (net.lt(threshold)) {
    return "below_threshold"
  }
  // Whoever has shown nothing is taken for a US person.
  if (standing.state !== "valid") {
    return "due_without_form"
  }
  if (standing.form !== "w9") {
    return "foreign_person"
  }
  const corporation =
    input.classification !== null && CORPORATIONS.includes(input.classification)
  return corporation || input.exempt_payee ? "exempt_payee" : "due"
}

export const is1099Due = (verdict: Verdict1099): boolean =>
  verdict === "due" || verdict === "due_without_form"
