import { NamedAmount } from "../../modules/affiliate/domain/currency-amounts"
import { CurrencyAmount } from "../../modules/affiliate/domain/terms"
import type {
  ProgramFields,
  TierFields,
} from "../../modules/affiliate/service-layers/terms-fields"

const named = (
  field: string,
  amounts: CurrencyAmount[] | undefined
): NamedAmount[] =>
  (amounts ?? []).map(({ currency_code, amount }) => ({
    field,
    currency_code,
    amount: Number(amount),
  }))

/** Every amount in a program's fields, with the field it came in. */
export const amountsOfProgram = (
  fields: Partial<ProgramFields>
): NamedAmount[] => [
  ...named("fixed_values", fields.fixed_values),
  ...named("minimum_payouts", fields.minimum_payouts),
  ...named("milestones", fields.milestones),
  ...named("identity_amounts", fields.identity_amounts),
  ...named(
    "payout_schedule.currency_codes",
    fields.payout_schedule?.currency_codes?.map((currency_code) => ({
      currency_code,
      amount: 0,
    }))
  ),
]

/** Every amount in a tier's fields, with the field it came in. */
export const amountsOfTier = (fields: Partial<TierFields>): NamedAmount[] => [
  ...named("minimum_payouts", fields.minimum_payouts),
  ...(fields.requirements ?? []).flatMap(({ currency_code, threshold }) =>
    currency_code
      ? [{ field: "requirements", currency_code, amount: threshold }]
      : []
  ),
]
