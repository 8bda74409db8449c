import { IANAZone } from "luxon"

import { ApprovalsNeeded } from "./states"

/** When a program pays out by itself. Which days, and at what hour of a place's own clocks. */
export type PayoutSchedule = {
  /** 0 to 23, on the clocks of the time zone. */
  hour: number
  /** IANA name, such as `Europe/Berlin`. */
  time_zone: string
  /** Only these; without, every currency that somebody has money in. */
  currency_codes?: string[]
  /** Only affiliates who are paid through it; without, all. */
  provider?: string
  /** `approval`: each batch waits for a person. `at_once`: it runs when it is due. */
  start: "approval" | "at_once"
} & (
  | {
      every: "week"
      /** 1 = Monday to 7 = Sunday. */
      weekday: number
    }
  | {
      every: "half_month"
      /** Two days of each month, 1 to 31; one that a month does not have is its last. */
      days: number[]
    }
  | {
      every: "month"
      /** 1 to 31; a day that a month does not have is its last. */
      day: number
    }
)

/**
 * @param approvals how many people the store asks for
 * @returns what is wrong with the schedule as a whole, naming the field; `null` = nothing
 */
export const problemOfSchedule = (
  schedule: PayoutSchedule | null,
  approvals: ApprovalsNeeded
): string | null => {
  if (!schedule) {
    return null
  }
  if (!IANAZone.isValidZone(schedule.time_zone)) {
    return `Field 'payout_schedule.time_zone' must be an IANA time zone like Europe/Berlin, got: ${schedule.time_zone}`
  }
  if (
    schedule.every === "half_month" &&
    new Set(schedule.days).size !== schedule.days.length
  ) {
    return "Field 'payout_schedule.days' must have two different days"
  }
  return schedule.start === "at_once" && approvals > 1
    ? "Field 'payout_schedule.start' must be approval: this store has payout batches approved by two people"
    : null
}
