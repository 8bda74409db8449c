import { MedusaError } from "@medusajs/framework/utils"

import {
  fitsCurrency,
  toAmount,
} from "../../../../modules/affiliate/domain/money"
import { isIban, isInSepa } from "../../../../shared/iban"
import { BankTransfer } from "./bank-csv"
import { sepaText } from "./sepa-text"

const NAME_LENGTH_MAX = 70
const REMITTANCE_LENGTH_MAX = 140
const DIGITS = 2

/** The most that one credit transfer may carry. */
const AMOUNT_MAX = "999999999.99"

/** More problems than this are counted, not told one by one. */
const TOLD_MAX = 5

/** One credit transfer in euros, as a bank takes it. */
export interface SepaTransfer {
  name: string
  iban: string
  bic: string
  /** With two decimals. */
  amount: string
  /** What the affiliate reads on the statement. */
  remittance: string
  /** Ours; the same whenever the payout is exported, so that a bank can see that it has it already. */
  end_to_end_id: string
}

const problemOf = ({
  currency_code,
  amount,
  details,
}: BankTransfer): string | null => {
  const value = toAmount(amount)
  if (currency_code !== "eur") {
    return `is in ${currency_code.toUpperCase()}, and SEPA carries euros only`
  }
  if (!value.gt(0) || value.gt(AMOUNT_MAX) || !fitsCurrency(value, DIGITS)) {
    return "has an amount that SEPA does not carry"
  }
  if (!details.iban) {
    return "has no IBAN"
  }
  if (!isIban(details.iban)) {
    return "has a wrong IBAN"
  }
  if (!isInSepa(details.iban)) {
    return `goes to ${details.iban.slice(0, 2)}, where SEPA does not reach`
  }
  if (!sepaText(details.account_holder ?? "", NAME_LENGTH_MAX)) {
    return "has an account holder whose name banks cannot read: it has no letters that they take"
  }
  return null
}

/**
 * Payouts as SEPA credit transfers.
 *
 * @throws invalid_data naming the payouts that SEPA cannot carry: a file that
 *         left some out would be taken for all of them
 */
export const sepaTransfers = (transfers: BankTransfer[]): SepaTransfer[] => {
  const problems = transfers.flatMap((transfer) => {
    const problem = problemOf(transfer)
    return problem ? [`payout ${transfer.display_id} ${problem}`] : []
  })
  if (problems.length) {
    const more = problems.length - TOLD_MAX
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Not a SEPA file: ${problems.slice(0, TOLD_MAX).join("; ")}${more > 0 ? `; and ${more} more` : ""}`
    )
  }
  return transfers.map(({ display_id, amount, details }) => ({
    name: sepaText(details.account_holder, NAME_LENGTH_MAX),
    iban: details.iban,
    bic: details.bic ?? "",
    amount: toAmount(amount).toFixed(DIGITS),
    remittance: sepaText(
      `Affiliate payout ${display_id} ${details.note ?? ""}`,
      REMITTANCE_LENGTH_MAX
    ),
    end_to_end_id: `AFFILIATE-PAYOUT-${display_id}`,
  }))
}
