import { MedusaError } from "@medusajs/framework/utils"
import { createStep } from "@medusajs/framework/workflows-sdk"

import {
  NamedAmount,
  problemOfAmounts,
} from "../../../modules/affiliate/domain/currency-amounts"
import { readDigits } from "../../currencies/read-digits"

/**
 * Refuses a currency that the store does not know, and an amount with more decimals than its currency has.
 *
 * @throws invalid_data naming the field and the currency
 */
export const checkAmountsStep = createStep(
  "affiliate-check-amounts",
  async ({ amounts }: { amounts: NamedAmount[] }, { container }) => {
    if (!amounts.length) {
      return
    }
    const problem = problemOfAmounts(
      amounts,
      await readDigits(
        container,
        amounts.map(({ currency_code }) => currency_code)
      )
    )
    if (problem) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, problem)
    }
  }
)
