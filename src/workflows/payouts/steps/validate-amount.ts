import { MedusaError } from "@medusajs/framework/utils"
import { createStep } from "@medusajs/framework/workflows-sdk"

import { fitsCurrency, toAmount } from "../../../modules/affiliate/domain/money"
import { readDigits } from "../../currencies/read-digits"

export interface ValidateAmountStepInput {
  currency_code: string
  /** Major units; `null` or left out when there is none to check. */
  amount?: number | null
}

/**
 * Refuses a currency that the store does not know, and an amount with more
 * decimals than the currency has.
 *
 * @throws invalid_data naming the field and the rule
 */
export const validateAmountStep = createStep(
  "affiliate-validate-amount",
  async ({ currency_code, amount }: ValidateAmountStepInput, { container }) => {
    const [digits] = (await readDigits(container, [currency_code])).values()
    if (digits === undefined) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `currency_code: there is no currency ${currency_code}`
      )
    }
    if (
      amount !== undefined &&
      amount !== null &&
      !fitsCurrency(toAmount(amount), digits)
    ) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `amount: ${amount} has more decimals than ${currency_code.toUpperCase()} has (${digits})`
      )
    }
  }
)
