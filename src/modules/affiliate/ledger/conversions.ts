import { generateEntityId } from "@medusajs/framework/utils"

import { AttributionSource } from "../domain/attribution"
import { Amount, sum, toDecimal } from "../domain/money"
import { normalizeEmail } from "../domain/normalize"
import { isFullyPaid, OrderSnapshot } from "../domain/order-snapshot"
import { revenueOf } from "../domain/revenue"
import { PinnedTerms } from "../domain/terms"
import { TraceStep } from "../domain/trace"
import { Judgement } from "./judge-order"
import { rowsOf, Trx } from "./transaction"

/** The stored verdict on an order, as far as a reconcile needs it. */
export interface StoredConversion {
  id: string
  outcome: "attributed" | "none"
  reason: string
  affiliate_id: string | null
  source: AttributionSource | null
  terms: PinnedTerms | null
  trace: TraceStep[]
  flagged: boolean
  placed_at: Date
  canceled_at: Date | null
  order_stamp: string
}

export const readConversion = async (
  trx: Trx,
  order_id: string
): Promise<StoredConversion | null> => {
  const rows = await rowsOf<StoredConversion>(
    trx,
    `SELECT id, outcome, reason, affiliate_id, source, terms, trace, flagged,
            placed_at, canceled_at, order_stamp
       FROM affiliate_conversion
      WHERE order_id = :order_id AND deleted_at IS NULL`,
    { order_id }
  )
  return rows[0] ?? null
}

/**
 * Writes the verdict, once per order (unique key); an admin's word replaces
 * it. The day the order was placed is pinned with the first verdict.
 */
export const writeVerdict = async (
  trx: Trx,
  order: OrderSnapshot,
  { verdict, terms, brought_by }: Judgement,
  note: string | null
): Promise<StoredConversion> => {
  const rows = await rowsOf<StoredConversion>(
    trx,
    `INSERT INTO affiliate_conversion
            (id, order_id, order_display_id, outcome, reason, affiliate_id,
             program_id, source, code_id, click_id, link_id, sub_id, customer_id,
             email_normalized, currency_code, terms, trace, flagged, note,
             placed_at, canceled_at, order_stamp, reconciled_at)
     VALUES (:id, :order_id, :order_display_id, :outcome, :reason, :affiliate_id,
             :program_id, :source, :code_id, :click_id, :link_id, :sub_id, :customer_id,
             :email, :currency_code, :terms, :trace, :flagged, :note,
             :placed_at, :canceled_at, '', now())
     ON CONFLICT (order_id) WHERE deleted_at IS NULL DO UPDATE
        SET outcome = excluded.outcome, reason = excluded.reason,
            affiliate_id = excluded.affiliate_id,
            program_id = excluded.program_id, source = excluded.source,
            code_id = excluded.code_id, click_id = excluded.click_id,
            link_id = excluded.link_id, sub_id = excluded.sub_id,
            terms = excluded.terms, trace = excluded.trace,
            flagged = excluded.flagged, note = excluded.note,
            updated_at = now()
     RETURNING id, outcome, reason, affiliate_id, source, terms, trace, flagged,
               placed_at, canceled_at, order_stamp`,
    {
      id: generateEntityId(undefined, "affconv"),
      order_id: order.order_id,
      order_display_id: order.order_display_id,
      outcome: verdict.outcome,
      reason: verdict.reason,
      affiliate_id: verdict.affiliate_id,
      program_id: terms?.program_id ?? null,
      source: verdict.source,
      code_id: verdict.code_id,
      click_id: verdict.click_id,
      ...brought_by,
      customer_id: order.customer_id,
      email: order.email && normalizeEmail(order.email),
      currency_code: order.currency_code,
      terms: terms && JSON.stringify(terms),
      trace: JSON.stringify(verdict.trace),
      flagged: verdict.flagged,
      note,
      placed_at: order.placed_at,
      canceled_at: order.canceled_at,
    }
  )
  return rows[0]
}

/** Completes the pinned terms by what new lines are. */
export const writeTerms = async (
  trx: Trx,
  id: string,
  terms: PinnedTerms
): Promise<void> => {
  await trx.raw(
    "UPDATE affiliate_conversion SET terms = :terms WHERE id = :id",
    { id, terms: JSON.stringify(terms) }
  )
}

/** Records what the order looked like, and came to, at this reconcile. */
export const recordReconcile = async (
  trx: Trx,
  conversion: StoredConversion,
  order: OrderSnapshot,
  result: { base_total: Amount; commissions: Amount[]; trace: TraceStep[] }
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_conversion
        SET base_total = :base_total, revenue_total = :revenue_total,
            commission_total = :commission_total,
            trace = :trace, paid = :paid, canceled_at = :canceled_at,
            order_stamp = :stamp, reconciled_at = now(), updated_at = now()
      WHERE id = :id`,
    {
      id: conversion.id,
      base_total: toDecimal(result.base_total),
      revenue_total: toDecimal(revenueOf(order, result.base_total)),
      commission_total: toDecimal(sum(result.commissions)),
      trace: JSON.stringify(result.trace),
      paid: isFullyPaid(order),
      canceled_at: order.canceled_at,
      stamp: order.stamp,
    }
  )
}
