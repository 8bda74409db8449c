import { toAmount } from "./money"

/** What a contract with one affiliate says of money and time. */
export interface ContractTerms {
  /** Percent of the base. */
  revenue_split: number | string
  starts_at: Date
  /** Not in force from then on; `null` = for ever. */
  ends_at: Date | null
}

type Period = Pick<ContractTerms, "starts_at" | "ends_at">

export const hasStarted = (contract: Period, now: Date): boolean =>
  contract.starts_at <= now

/** @returns what is wrong with the times, naming the field; `null` = nothing */
export const problemOfPeriod = ({
  starts_at,
  ends_at,
}: Period): string | null =>
  ends_at && ends_at <= starts_at
    ? "Field 'ends_at' must be later than 'starts_at'"
    : null

/**
 * Orders were priced by a contract that has started: from then on its split
 * and its start stay as they are, and it can only be ended.
 *
 * @returns the field that may not change any more; `null` = the change is right
 */
export const fixedFieldChanged = (
  before: ContractTerms,
  after: ContractTerms,
  now: Date
): "revenue_split" | "starts_at" | null => {
  if (!hasStarted(before, now)) {
    return null
  }
  if (!toAmount(before.revenue_split).eq(toAmount(after.revenue_split))) {
    return "revenue_split"
  }
  return before.starts_at.getTime() === after.starts_at.getTime()
    ? null
    : "starts_at"
}
