import { bondOf } from "../domain/bond"
import {
  Entitlement,
  entitlementsOf,
  OrderEntitlement,
} from "../domain/entitlement"
import { entitlementTrace } from "../domain/entitlement-trace"
import { Amount, ZERO } from "../domain/money"
import { normalizeEmail } from "../domain/normalize"
import { OrderSnapshot } from "../domain/order-snapshot"
import { periodClaimsOf } from "../domain/rules/period-claims"
import { Buyer, readBondingOrders, writeBond } from "../sql/bonds"
import { lockBalances } from "./balances"
import { readHolders } from "./commissions"
import { recordReconcile, StoredConversion, writeTerms } from "./conversions"
import { settleGrants } from "./grants"
import { readRulebook, withNewLines } from "./pin-rules"
import { postDifferences, PostedDifferences } from "./post-differences"
import { Target, targetsOf } from "./targets"
import { Trx } from "./transaction"

export interface ReconcileResult extends PostedDifferences {
  order_id: string
  conversion_id: string
  outcome: "attributed" | "none"
  /** Whether this reconcile decided, or decided again, who is credited. */
  judged: boolean
}

const NOTHING: OrderEntitlement = {
  base_total: ZERO,
  refund_factor: ZERO,
  entitlements: [],
  ruled_lines: [],
  caps: [],
}

/**
 * Locks all money this reconcile may touch: of those owed now and of those who
 * hold a commission of the order already.
 */
const lockBeneficiaries = async (
  trx: Trx,
  order: OrderSnapshot,
  entitlements: Entitlement[]
): Promise<void> => {
  const holders = await readHolders(trx, order.order_id)
  const owed = entitlements.map(({ affiliate_id }) => affiliate_id)
  await lockBalances(
    trx,
    [...owed, ...holders].map((affiliate_id) => ({
      affiliate_id,
      currency_code: order.currency_code,
    }))
  )
}

/** What the order owes by its pinned terms and rules, as far as caps per period leave it. */
const owedNow = async (
  trx: Trx,
  order: OrderSnapshot,
  conversion: StoredConversion,
  holds_grants: boolean
): Promise<OrderEntitlement> => {
  const { affiliate_id, terms } = conversion
  if (!affiliate_id || !terms) {
    await settleGrants(
      trx,
      order,
      { affiliate_id: null, claims: [] },
      holds_grants
    )
    return NOTHING
  }
  const complete = withNewLines(terms, order)
  if (complete !== terms) {
    await writeTerms(trx, conversion.id, complete)
  }
  const book = await readRulebook(trx, complete)
  const grants = await settleGrants(
    trx,
    order,
    { affiliate_id, claims: periodClaimsOf(order, complete, book) },
    holds_grants
  )
  return entitlementsOf(order, affiliate_id, complete, book, grants)
}

const waitingOf = (targets: Target[]): { level: number; amount: Amount }[] =>
  targets
    .filter(({ waits }) => waits)
    .map(({ commission: { level }, owed }) => ({ level, amount: owed }))

/** The buyer of an order, as verdicts and bonds know them. */
export const buyerOf = ({ customer_id, email }: OrderSnapshot): Buyer => ({
  customer_id,
  email: email && normalizeEmail(email),
})

/**
 * Posts the difference between what an order owes and what the ledger holds for
 * it, and records what it came to. The caller holds the order's lock.
 *
 * @param before what it was until now
 */
export const settleOrder = async (
  trx: Trx,
  order: OrderSnapshot,
  conversion: StoredConversion,
  before: { judged: boolean; canceled: boolean; holds_grants: boolean }
): Promise<ReconcileResult> => {
  const entitlement = await owedNow(trx, order, conversion, before.holds_grants)
  await lockBeneficiaries(trx, order, entitlement.entitlements)
  const targets = await targetsOf(
    trx,
    order,
    conversion,
    entitlement.entitlements
  )
  const posted = await postDifferences(trx, order, targets)

  await recordReconcile(trx, conversion, order, {
    base_total: entitlement.base_total,
    commissions: targets.map(({ owed }) => owed),
    trace: [
      ...conversion.trace.filter(({ step }) => step !== "entitlement"),
      ...(conversion.terms
        ? entitlementTrace(order, entitlement, waitingOf(targets))
        : []),
    ],
  })
  const canceled = order.canceled_at !== null
  if (!before.judged || canceled !== before.canceled) {
    const buyer = buyerOf(order)
    await writeBond(trx, buyer, bondOf(await readBondingOrders(trx, buyer)))
  }
  return {
    order_id: order.order_id,
    conversion_id: conversion.id,
    outcome: conversion.outcome,
    judged: !before.judged,
    ...posted,
  }
}
