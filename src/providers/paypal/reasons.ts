import { PayPalError } from "./answers"

/** What PayPal's names of errors mean to an affiliate and a merchant. */
const WORDS: Readonly<Record<string, string>> = {
  INSUFFICIENT_FUNDS: "The store's PayPal balance does not cover this payout",
  NON_HOLDING_CURRENCY:
    "The store's PayPal account holds no balance in this currency",
  RECEIVER_ACCOUNT_INVALID: "There is no such PayPal account",
  RECEIVER_ACCOUNT_LIMITED: "The receiving PayPal account is limited",
  RECEIVER_ACCOUNT_LOCKED: "The receiving PayPal account is locked",
  RECEIVER_ACCOUNT_RESTRICTED: "The receiving PayPal account is restricted",
  RECEIVER_COUNTRY_NOT_ALLOWED:
    "PayPal does not pay out to the country of the receiving account",
  RECEIVER_REFUSED: "The receiver refused the payment",
  RECEIVER_UNCONFIRMED:
    "The e-mail address of the receiving PayPal account is not confirmed",
  RECEIVER_UNREGISTERED: "The receiver has no PayPal account",
  SELF_PAY_NOT_ALLOWED: "The store cannot pay its own PayPal account",
  TRANSACTION_LIMIT_EXCEEDED: "The payout is over a limit of PayPal's",
}

/** The plain reason first, then what PayPal calls it: for whoever has to ask there. */
export const reasonOf = (
  error: PayPalError | null | undefined,
  otherwise: string
): string => {
  if (!error) {
    return otherwise
  }
  const details = error.details
    .map(({ field, issue }) => [field, issue].filter(Boolean).join(": "))
    .filter(Boolean)
    .slice(0, 3)
    .join("; ")
  const words =
    WORDS[error.name] ?? ((details || error.message).trim() || otherwise)
  const traced = error.debug_id ? `, debug id ${error.debug_id}` : ""
  return `${words.replace(/[.\s]+$/, "")} (PayPal: ${error.name}${traced})`
}
