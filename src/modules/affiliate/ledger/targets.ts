import { Entitlement } from "../domain/entitlement"
import { Amount, ZERO } from "../domain/money"
import { isFullyPaid, OrderSnapshot } from "../domain/order-snapshot"
import { amountToHold } from "../domain/posting"
import {
  createCommission,
  readCommissions,
  StoredCommission,
} from "./commissions"
import { StoredConversion } from "./conversions"
import { Trx } from "./transaction"

/** An entitlement beside the stored commission it is compared with. */
export interface Target {
  commission: StoredCommission
  entitlement: Entitlement | null
  /** What the ledger is brought to. */
  owed: Amount
  /** More is owed than that, and waits until the order is fully paid. */
  waits: boolean
  created: boolean
}

/** Finds or makes the commission of each beneficiary; those no longer credited are owed nothing. */
export const targetsOf = async (
  trx: Trx,
  order: OrderSnapshot,
  conversion: StoredConversion,
  entitlements: Entitlement[]
): Promise<Target[]> => {
  const stored = await readCommissions(trx, order.order_id)
  const payable = isFullyPaid(order)
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
      const { amount: held, released } = commission
      const owed = amountToHold({ held, released }, entitlement.amount, payable)
      targets.push({
        commission,
        entitlement,
        owed,
        waits: owed.lt(entitlement.amount),
        created,
      })
    }
  }
  const credited = new Set(targets.map(({ commission }) => commission.id))
  const dropped = stored
    .filter(({ id }) => !credited.has(id))
    .map((commission) => ({
      commission,
      entitlement: null,
      owed: ZERO,
      waits: false,
      created: false,
    }))
  return [...targets, ...dropped]
}
