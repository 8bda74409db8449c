import { fitsCurrency, toAmount } from "./money"
import { CommissionType, CurrencyAmount, ProgramLevel } from "./terms"

/** Decimals a percentage may have. */
export const PERCENT_DIGITS_MAX = 4
/** Levels above the credited affiliate that a program may pay. */
export const LEVELS_MAX = 10
const FIRST_UPPER_LEVEL = 2

/** What a program's own fields must agree on. */
export interface ProgramRules {
  commission_type: CommissionType
  commission_value: number | null
  fixed_values: CurrencyAmount[]
  levels: ProgramLevel[]
}

export const isPercentage = (value: number): boolean =>
  value >= 0 &&
  value <= 100 &&
  fitsCurrency(toAmount(value), PERCENT_DIGITS_MAX)

/** Levels begin at 2 and go up one by one: a gap would leave a parent unpaid without a word. */
const problemOfLevels = (levels: ProgramLevel[]): string | null => {
  if (levels.length > LEVELS_MAX) {
    return `Field 'levels' has ${levels.length} levels, at most ${LEVELS_MAX} are allowed`
  }
  const wrong = levels.findIndex(
    ({ level }, index) => level !== index + FIRST_UPPER_LEVEL
  )
  return wrong < 0
    ? null
    : `Field 'levels' must list the levels 2, 3, … in order, without gaps or repetitions: level ${
        wrong + FIRST_UPPER_LEVEL
      } was expected where ${levels[wrong].level} is`
}

/** @returns what is wrong with the program as a whole, naming the field; `null` = nothing */
export const problemOfProgram = (program: ProgramRules): string | null => {
  const { commission_type, commission_value, fixed_values } = program
  if (commission_type === "percentage") {
    if (commission_value === null) {
      return "Field 'commission_value' is required"
    }
    if (!isPercentage(commission_value)) {
      return `Field 'commission_value' must be a percentage from 0 to 100 with at most ${PERCENT_DIGITS_MAX} decimals, got: ${commission_value}`
    }
    if (fixed_values.length) {
      return "Field 'fixed_values' is for the fixed commission types only"
    }
  } else if (commission_value === null && !fixed_values.length) {
    return `Commission type ${commission_type} needs 'fixed_values' or 'commission_value'`
  }
  return problemOfLevels(program.levels)
}

/**
 * A tier's value is read as the program's type says, so that it must be a percentage where
 * the program pays percentages.
 */
export const problemOfTierValue = (
  commission_type: CommissionType,
  commission_value: number | null
): string | null =>
  commission_value !== null &&
  commission_type === "percentage" &&
  !isPercentage(commission_value)
    ? `Field 'commission_value' must be a percentage from 0 to 100 with at most ${PERCENT_DIGITS_MAX} decimals, got: ${commission_value}`
    : null
