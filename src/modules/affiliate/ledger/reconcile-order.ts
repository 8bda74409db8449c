import {
  Entitlement,
  entitlementsOf,
  OrderEntitlement,
} from "../domain/entitlement"
import { bondOf } from "../domain/bond"
import { entitlementTrace } from "../domain/entitlement-trace"
import { ZERO } from "../domain/money"
import { normalizeEmail } from "../domain/normalize"
import { OrderSnapshot } from "../domain/order-snapshot"
import { periodClaimsOf } from "../domain/rules/period-claims"
import { readBondingOrders, writeBond } from "../sql/bonds"
import { readOrderFacts } from "../sql/order-facts"
import { lockOrder } from "../sql/order-lock"
import { lockBalances } from "./balances"
import { readHolders } from "./commissions"
import {
  readConversion,
  recordReconcile,
  StoredConversion,
  writeTerms,
  writeVerdict,
} from "./conversions"
import { settleGrants } from "./grants"
import { judgeOrder, ManualWord } from "./judge-order"
import { readRulebook, withNewLines } from "./pin-rules"
import { postDifferences, PostedDifferences } from "./post-differences"
import { targetsOf } from "./targets"
import { StaleStateError, Trx } from "./transaction"

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

/**
 * What is pinned of an order stays so: the day of the sale, and what its lines
 * were when they were first seen.
 */
const asPinned = (
  order: OrderSnapshot,
  stored: StoredConversion | null
): OrderSnapshot => ({
  ...order,
  placed_at: stored?.placed_at ?? order.placed_at,
  attributes: order.attributes && {
    ...order.attributes,
    lines: { ...order.attributes.lines, ...stored?.terms?.rules?.lines },
  },
})

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

/**
 * The one posting there is for an order: compares what it owes as it stands
 * with what the ledger holds for it, and posts the difference, all in this
 * transaction. The same order state posted again changes nothing.
 *
 * @param word an admin's word on who is credited; `undefined` = the verdict stays
 * @throws StaleStateError when the order changed since the snapshot was read
 */
export const reconcileOrder = async (
  trx: Trx,
  snapshot: OrderSnapshot,
  word: ManualWord | undefined
): Promise<ReconcileResult> => {
  const { order_id, customer_id } = snapshot
  const buyer = {
    customer_id,
    email: snapshot.email && normalizeEmail(snapshot.email),
  }
  await lockOrder(trx, { order_id, ...buyer })
  const [facts] = await readOrderFacts(trx, [order_id])
  if (facts?.stamp !== snapshot.stamp) {
    throw new StaleStateError(`Order ${order_id} changed while it was read`)
  }

  const stored = await readConversion(trx, order_id)
  const order = asPinned(snapshot, stored)
  const judged = !stored || word !== undefined
  const conversion = judged
    ? await writeVerdict(
        trx,
        order,
        await judgeOrder(trx, order, word ?? null),
        word?.note ?? null
      )
    : stored
  const entitlement = await owedNow(trx, order, conversion, facts.holds_grants)

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
      ...(conversion.terms ? entitlementTrace(order, entitlement) : []),
    ],
  })
  const canceled = order.canceled_at !== null
  if (judged || canceled !== (stored.canceled_at !== null)) {
    await writeBond(trx, buyer, bondOf(await readBondingOrders(trx, buyer)))
  }
  return {
    order_id: order.order_id,
    conversion_id: conversion.id,
    outcome: conversion.outcome,
    judged,
    ...posted,
  }
}
