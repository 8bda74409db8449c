import { Entitlement, entitlementsOf, OrderEntitlement } from "../domain/entitlement"
import { entitlementTrace } from "../domain/entitlement-trace"
import { Amount, ZERO } from "../domain/money"
import { normalizeEmail } from "../domain/normalize"
import { isFullyPaid, OrderSnapshot } from "../domain/order-snapshot"
import { noMoney, planPosting } from "../domain/posting"
import { bondOf } from "../domain/bond"
import { readBondingOrders, writeBond } from "../sql/bonds"
import { readOrderFacts } from "../sql/order-facts"
import { lockOrder } from "../sql/order-lock"
import { lockBalances } from "./balances"
import {
  clearLines,
  createCommission,
  readCommissions,
  readHolders,
  readOpenPayoutItems,
  StoredCommission,
  updateCommission,
  writeLines,
} from "./commissions"
import {
  readConversion,
  recordReconcile,
  StoredConversion,
  writeVerdict,
} from "./conversions"
import { post, Posting, refreshCommissions, sourceKey, sumsOfCommissions } from "./entries"
import { judgeOrder, ManualWord } from "./judge-order"
import { cancelPayoutsInTrx, lowerPayoutItemInTrx } from "./payouts"
import { StaleStateError, Trx } from "./transaction"

/** What a reconcile did to one commission. */
export interface CommissionChange {
  commission_id: string
  affiliate_id: string
  order_id: string
  created: boolean
  /** Signed, major units. */
  difference: string
}

export interface ReconcileResult {
  order_id: string
  conversion_id: string
  outcome: "attributed" | "none"
  judged: boolean
  changes: CommissionChange[]
  /** Pending payouts of which nothing was left. */
  canceled_payouts: { id: string; affiliate_id: string }[]
}

/** An entitlement beside the stored commission it is compared with. */
interface Target {
  commission: StoredCommission
  entitlement: Entitlement | null
  owed: Amount
  created: boolean
}

const NOTHING: OrderEntitlement = {
  base_total: ZERO,
  refund_factor: ZERO,
  entitlements: [],
}

/** Finds or makes the commission of each beneficiary; those no longer credited are owed nothing. */
const targetsOf = async (
  trx: Trx,
  order: OrderSnapshot,
  conversion: StoredConversion,
  entitlements: Entitlement[]
): Promise<Target[]> => {
  const stored = await readCommissions(trx, order.order_id)
  const targets: Target[] = []
  for (const entitlement of entitlements) {
    const found = stored.find(
      ({ affiliate_id, level }) =>
        affiliate_id === entitlement.affiliate_id && level === entitlement.level
    )
    const created =
      !found && (entitlement.level === 1 || entitlement.amount.gt(0))
    const commission =
      found ??
      (created
        ? await createCommission(trx, {
            entitlement,
            kind:
              entitlement.level > 1
                ? "level"
                : conversion.source === "attribution"
                  ? "trailing"
                  : "sale",
            conversion_id: conversion.id,
            program_id: conversion.terms!.program_id,
            order_id: order.order_id,
            order_display_id: order.order_display_id,
            currency_code: order.currency_code,
            placed_at: conversion.placed_at,
            hold_days: conversion.terms!.hold_days,
            flagged: conversion.flagged,
          })
        : null)
    if (commission) {
      targets.push({ commission, entitlement, owed: entitlement.amount, created })
    }
  }
  const credited = new Set(targets.map(({ commission }) => commission.id))
  const dropped = stored
    .filter(({ id }) => !credited.has(id))
    .map((commission) => ({
      commission,
      entitlement: null,
      owed: ZERO,
      created: false,
    }))
  return [...targets, ...dropped]
}

/** Brings every commission of the order to what is owed now. */
const postDifferences = async (
  trx: Trx,
  order: OrderSnapshot,
  targets: Target[]
): Promise<Pick<ReconcileResult, "changes" | "canceled_payouts">> => {
  const changes: CommissionChange[] = []
  const canceled: ReconcileResult["canceled_payouts"] = []
  const touched = new Set<string>()
  const payable = isFullyPaid(order)
  for (const { commission, entitlement, owed, created } of targets) {
    // Read anew for each: the one before may have cancelled a payout of this one.
    const sums = await sumsOfCommissions(trx, [commission.id])
    const open = await readOpenPayoutItems(trx, [commission.id])
    const plan = planPosting(
      {
        sums: sums.get(commission.id) ?? noMoney(),
        released: commission.released,
        open_payouts: open.get(commission.id) ?? [],
      },
      owed
    )
    if (plan.cancel_payouts.length) {
      const returned = await cancelPayoutsInTrx(trx, plan.cancel_payouts)
      returned.forEach((id) => touched.add(id))
      const { affiliate_id } = commission
      canceled.push(...plan.cancel_payouts.map((id) => ({ id, affiliate_id })))
    }
    const moves = plan.movements.length > 0
    const revision = commission.revision + (moves ? 1 : 0)
    const postings = plan.movements.map(
      (movement): Posting => ({
        ...movement,
        affiliate_id: commission.affiliate_id,
        currency_code: order.currency_code,
        commission_id: commission.id,
        source_key: sourceKey(`order:${commission.id}:${revision}`, movement),
      })
    )
    await post(trx, postings)
    for (const { payout_id, amount } of plan.movements) {
      if (payout_id) {
        await lowerPayoutItemInTrx(
          trx,
          payout_id,
          commission.id,
          amount.negated()
        )
      }
    }
    if (entitlement) {
      await writeLines(trx, commission.id, entitlement.lines)
    } else {
      await clearLines(trx, commission.id)
    }
    await updateCommission(trx, {
      id: commission.id,
      revision,
      payable: entitlement !== null && payable,
    })
    if (moves || created) {
      touched.add(commission.id)
      changes.push({
        commission_id: commission.id,
        affiliate_id: commission.affiliate_id,
        order_id: order.order_id,
        created,
        difference: owed.minus(commission.amount).toFixed(),
      })
    }
  }
  await refreshCommissions(trx, [...touched])
  return { changes, canceled_payouts: canceled }
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
  // The day of the sale is pinned: the row of a former draft tells only the
  // day of its last change.
  const order = { ...snapshot, placed_at: stored?.placed_at ?? snapshot.placed_at }
  const judged = !stored || word !== undefined
  const conversion = judged
    ? await writeVerdict(
        trx,
        order,
        await judgeOrder(trx, order, word ?? null),
        word?.note ?? null
      )
    : stored
  const entitlement =
    conversion.affiliate_id && conversion.terms
      ? entitlementsOf(order, conversion.affiliate_id, conversion.terms)
      : NOTHING

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
