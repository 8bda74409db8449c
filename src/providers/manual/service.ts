import {
  AbstractPayoutProvider,
  PayoutAccountDetails,
  PayoutLookUp,
  PayoutOnboarding,
  PayoutResult,
  ValidatedPayoutAccount,
} from "../types"
import { maskBankDetails, parseBankDetails } from "./bank-details"

/**
 * Payouts by bank transfer, made by a person: the merchant exports a CSV for
 * the bank and marks the payouts as paid. Always loaded, with the id `manual`.
 */
export class ManualPayoutProvider extends AbstractPayoutProvider {
  static override identifier = "manual"

  readonly transferred_by = "person"

  async validateAccount(
    details: Record<string, unknown>
  ): Promise<ValidatedPayoutAccount> {
    const account = parseBankDetails(details)
    const given = Object.entries(account).filter(
      (field): field is [string, string] => field[1] !== undefined
    )
    const stored: PayoutAccountDetails = Object.fromEntries(given)
    return { details: stored, masked: maskBankDetails(account) }
  }

  /** Nothing leaves by itself: the payout waits for a person. */
  async send(): Promise<PayoutResult> {
    return { status: "processing" }
  }

  /** Only the merchant knows, and says so by marking the payout. */
  async lookUp(): Promise<PayoutLookUp> {
    return { status: "processing" }
  }

  async describeOnboarding(): Promise<PayoutOnboarding> {
    return {
      type: "form",
      fields: [
        { name: "account_holder", label: "Account holder", required: true },
        { name: "iban", label: "IBAN", required: false },
        { name: "bic", label: "BIC", required: false },
        { name: "account_number", label: "Account number", required: false },
        { name: "routing_number", label: "Routing number", required: false },
        { name: "bank_name", label: "Bank", required: false },
        { name: "note", label: "Note for the transfer", required: false },
      ],
    }
  }
}
