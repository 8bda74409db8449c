import {
  AttributionInput,
  Candidate,
  judge,
} from "../../../src/modules/affiliate/domain/attribution"
import { toAmount } from "../../../src/modules/affiliate/domain/money"
import { PLACED_AT } from "./orders"

export const DAY_MS = 24 * 60 * 60 * 1000

/** So long before the order was placed. */
export const ago = (ms: number): Date => new Date(PLACED_AT.getTime() - ms)

/** An approved affiliate of an active program, window 30 days, last touch, with what a test says. */
export function candidate(
  name: string,
  parts: Partial<Candidate> = {}
): Candidate {
  return {
    affiliate_id: `aff_${name.toLowerCase()}`,
    name,
    email: `${name.toLowerCase()}@partners.example`,
    customer_id: null,
    status: "approved",
    program_active: true,
    attribution_window_days: 30,
    attribution_model: "last_touch",
    self_referral: "block",
    new_customers_only: false,
    ...parts,
  }
}

/** A code of an affiliate, on the order or remembered for its cart. */
export const code = (
  who: Candidate,
  {
    discount = 10,
    created = ago(100 * DAY_MS),
    id = `affcode_${who.name}`,
  } = {}
) => ({
  code_id: id,
  code: who.name.toUpperCase(),
  discount: toAmount(discount),
  code_created_at: created,
  candidate: who,
})

export const click = (
  who: Candidate,
  at: Date,
  id = `affclk_${who.name}_${at.getTime()}`
) => ({
  click_id: id,
  at,
  candidate: who,
})

export const bond = (
  who: Candidate,
  { starts = ago(10 * DAY_MS), ends = null as Date | null } = {}
) => ({ starts_at: starts, ends_at: ends, candidate: who })

/** The verdict on an order of a stranger, with what a test says of it. */
export const judged = (parts: Partial<AttributionInput>) =>
  judge({
    placed_at: PLACED_AT,
    currency_code: "usd",
    customer_id: null,
    email: "shopper@example.com",
    manual: null,
    codes: [],
    clicks: [],
    bond: null,
    returning_customer: false,
    ...parts,
  })
