import { normalizeEmail } from "../domain/normalize"
import { OrderSnapshot } from "../domain/order-snapshot"
import { rulesOfOrder } from "../domain/rules/match"
import {
  AttributeValues,
  NO_RULES,
  PinnedRules,
  Rulebook,
} from "../domain/rules/rule"
import { orderRulesTrace } from "../domain/rules/trace"
import { PinnedTerms } from "../domain/terms"
import { TraceStep } from "../domain/trace"
import { boughtBefore } from "../sql/order-facts"
import { readRulesInForce, readRuleVersions } from "../sql/rules"
import { StaleStateError, Trx } from "./transaction"

/** Who is credited, and in which tier, when the order is judged. */
export interface CreditedAs {
  affiliate_id: string
  tier_id: string | null
}

/**
 * What holds for the order as a whole, of every attribute a condition may ask about.
 *
 * @throws StaleStateError when its attributes were not read, because there were no rules then
 */
export const orderValues = async (
  trx: Trx,
  order: OrderSnapshot,
  { affiliate_id, tier_id }: CreditedAs
): Promise<AttributeValues> => {
  if (!order.attributes) {
    throw new StaleStateError(
      `Rules were published while order ${order.order_id} was read`
    )
  }
  const returning = await boughtBefore(trx, {
    order_id: order.order_id,
    customer_id: order.customer_id,
    email: order.email && normalizeEmail(order.email),
    placed_at: order.placed_at,
  })
  return {
    ...order.attributes.order,
    affiliate: [affiliate_id],
    tier: tier_id ? [tier_id] : [],
    customer_kind: [returning ? "returning" : "new"],
  }
}

/**
 * Pins the rules that were in force at a moment, and what the order and its
 * lines have of the attributes they ask about.
 *
 * @returns nothing where the program had no rules
 */
export const pinRules = async (
  trx: Trx,
  order: OrderSnapshot,
  credited: CreditedAs & { program_id: string },
  moment: Date
): Promise<{ rules: PinnedRules; step: TraceStep } | null> => {
  const inForce = await readRulesInForce(trx, credited.program_id, moment)
  if (!inForce.length) {
    return null
  }
  const values = await orderValues(trx, order, credited)
  const { kept, refused } = rulesOfOrder(inForce, values, order.currency_code)
  return {
    rules: {
      versions: kept.map(({ id }) => id),
      order: values,
      lines: kept.length ? (order.attributes?.lines ?? {}) : {},
    },
    step: orderRulesTrace(
      kept,
      refused.map(({ rule, mismatch }) => ({ rule, refusal: mismatch }))
    ),
  }
}

/**
 * Pins the attributes of lines that an edit or an exchange has added since: a
 * product that is moved to another category later re-prices nothing.
 *
 * @returns the terms, the same ones where there is nothing new
 */
export const withNewLines = (
  terms: PinnedTerms,
  order: OrderSnapshot
): PinnedTerms => {
  const { rules } = terms
  if (!rules?.versions.length || !order.attributes) {
    return terms
  }
  const fresh = Object.entries(order.attributes.lines).filter(
    ([id]) => !(id in rules.lines)
  )
  return fresh.length
    ? {
        ...terms,
        rules: {
          ...rules,
          lines: { ...rules.lines, ...Object.fromEntries(fresh) },
        },
      }
    : terms
}

/** The rules that price an order, as pinned with its terms. */
export const readRulebook = async (
  trx: Trx,
  terms: PinnedTerms | null
): Promise<Rulebook> => {
  if (!terms?.rules?.versions.length) {
    return NO_RULES
  }
  const { versions, order, lines } = terms.rules
  return { rules: await readRuleVersions(trx, versions), order, lines }
}
