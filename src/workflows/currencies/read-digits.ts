import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * Decimal digits by currency, as Medusa's currency module has them (JPY 0, USD
 * 2, KWD 3). A currency that Medusa does not know is not among them: what that
 * means, the caller says.
 *
 * @param codes in any letter case; the answer has them in lower case
 */
export const readDigits = async (
  container: MedusaContainer,
  codes: string[]
): Promise<Map<string, number>> => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "currency",
    fields: ["code", "decimal_digits"],
    filters: { code: [...new Set(codes.map((code) => code.toLowerCase()))] },
  })
  return new Map(data.map(({ code, decimal_digits }) => [code, decimal_digits]))
}
