import { NamedAmount } from "../../modules/affiliate/domain/currency-amounts"
import { CurrencyAmount } from "../../modules/affiliate/domain/terms"
import type { RuleFields } from "../../modules/affiliate/service-layers/rule-fields"

const named = (
  field: string,
  amounts: CurrencyAmount[] | undefined
): NamedAmount[] =>
  (amounts ?? []).map(({ currency_code, amount }) => ({
    field,
    currency_code,
    amount: Number(amount),
  }))

/** Every amount in a rule's fields, with the field it came in. */
export const amountsOfRule = (fields: Partial<RuleFields>): NamedAmount[] => [
  ...named("fixed_values", fields.fixed_values),
  ...named("cap_per_order", fields.cap_per_order),
  ...named("cap_per_period.values", fields.cap_per_period?.values),
]
