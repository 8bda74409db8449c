import { Amount, toAmount } from "./money"
import type { PinnedRules } from "./rules/rule"

export type CommissionType = "percentage" | "fixed_per_item" | "fixed_per_order"

/** An amount in one currency, as the API and the JSON columns carry it. */
export interface CurrencyAmount {
  currency_code: string
  amount: number | string
}

/** What an upper level earns; level 2 is the parent of the credited affiliate. */
export interface ProgramLevel {
  level: number
  percent: number
  basis: "order" | "commission"
}

/** A level with the affiliate who stood there when the order was placed. */
export interface PinnedLevel {
  level: number
  affiliate_id: string
  percent: string
  basis: "order" | "commission"
}

/**
 * The terms an order is priced with for ever, pinned when it is judged.
 * Decimals are text: they go through a JSON column unchanged.
 */
export interface PinnedTerms {
  program_id: string
  tier_id: string | null
  /** Whose value was taken, where no commission rule goes before it; a contract's goes before every rule's. */
  rate_source: "contract" | "affiliate" | "tier" | "program"
  /** The contract whose split is the rate; missing = it is another's. */
  contract_id?: string
  commission_type: CommissionType
  /** Percent, or major units of the order's currency for the fixed types. */
  commission_value: string
  hold_days: number
  /** `null` = for ever, `0` = first order only. */
  trailing_months: number | null
  include_shipping: boolean
  include_tax: boolean
  levels: PinnedLevel[]
  /** The commission rules that may price lines of the order; missing = none did when it was judged. */
  rules?: PinnedRules
}

export interface TermsOfProgram {
  id: string
  commission_type: CommissionType
  commission_value: number | string
  fixed_values: CurrencyAmount[]
  hold_days: number
  trailing_months: number | null
  include_shipping: boolean
  include_tax: boolean
}

export interface TermsOfTier {
  id: string
  commission_value: number | string | null
}

export interface TermsOfAffiliate {
  commission_percent: number | string | null
  trailing_months: number | null
}

/** A contract in force when the order was placed. */
export interface TermsOfContract {
  id: string
  /** Percent of the base. */
  revenue_split: number | string
}

export const amountIn = (
  values: CurrencyAmount[],
  currency_code: string
): Amount | null => {
  const found = values.find(
    (value) => value.currency_code.toLowerCase() === currency_code.toLowerCase()
  )
  return found ? toAmount(found.amount) : null
}

/**
 * The program's value in one currency. A fixed program that lists currencies
 * pays only in those; one that lists none pays its value in any.
 */
const programValue = (
  program: TermsOfProgram,
  currency_code: string
): string => {
  if (
    program.commission_type === "percentage" ||
    !program.fixed_values.length
  ) {
    return String(program.commission_value)
  }
  return amountIn(program.fixed_values, currency_code)?.toFixed() ?? "0"
}

/**
 * Chooses the terms of one order: a contract's split goes before the
 * affiliate's own percentage, that before the tier's value, the tier's before
 * the program's.
 */
export const pinTerms = (input: {
  program: TermsOfProgram
  tier: TermsOfTier | null
  affiliate: TermsOfAffiliate
  contract: TermsOfContract | null
  levels: PinnedLevel[]
  currency_code: string
}): PinnedTerms => {
  const { program, tier, affiliate, contract, levels, currency_code } = input
  const common = {
    program_id: program.id,
    tier_id: tier?.id ?? null,
    hold_days: program.hold_days,
    trailing_months: affiliate.trailing_months ?? program.trailing_months,
    include_shipping: program.include_shipping,
    include_tax: program.include_tax,
    levels,
  }
  if (contract) {
    return {
      ...common,
      rate_source: "contract",
      contract_id: contract.id,
      commission_type: "percentage",
      commission_value: String(contract.revenue_split),
    }
  }
  if (affiliate.commission_percent !== null) {
    return {
      ...common,
      rate_source: "affiliate",
      commission_type: "percentage",
      commission_value: String(affiliate.commission_percent),
    }
  }
  if (tier && tier.commission_value !== null) {
    return {
      ...common,
      rate_source: "tier",
      commission_type: program.commission_type,
      commission_value: String(tier.commission_value),
    }
  }
  return {
    ...common,
    rate_source: "program",
    commission_type: program.commission_type,
    commission_value: programValue(program, currency_code),
  }
}
