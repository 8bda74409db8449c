import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { createStep } from "@medusajs/framework/workflows-sdk"

import {
  NamedAmount,
  problemOfAmounts,
} from "../../../modules/affiliate/domain/currency-amounts"

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
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data: currencies } = await query.graph({
      entity: "currency",
      fields: ["code", "decimal_digits"],
      filters: {
        code: [
          ...new Set(
            amounts.map((amount) => amount.currency_code.toLowerCase())
          ),
        ],
      },
    })
    const problem = problemOfAmounts(
      amounts,
      new Map(
        currencies.map(({ code, decimal_digits }) => [code, decimal_digits])
      )
    )
    if (problem) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, problem)
    }
  }
)
