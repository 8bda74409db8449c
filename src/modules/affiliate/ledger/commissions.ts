import { generateEntityId } from "@medusajs/framework/utils"

import { Entitlement } from "../domain/entitlement"
import { Amount, toAmount, toDecimal } from "../domain/money"
import { OpenPayoutItem } from "../domain/posting"
import { rowsOf, Trx } from "./transaction"

/** A commission of an order as it is stored. */
export interface StoredCommission {
  id: string
  affiliate_id: string
  level: number
  amount: Amount
  released: boolean
  revision: number
}

interface CommissionRow extends Omit<StoredCommission, "amount"> {
  amount: string
}

const DAY_MS = 24 * 60 * 60 * 1000

/** Who holds a commission of the order, read before the balances are locked. */
export const readHolders = async (
  trx: Trx,
  order_id: string
): Promise<string[]> => {
  const rows = await rowsOf<{ affiliate_id: string }>(
    trx,
    `SELECT DISTINCT affiliate_id FROM affiliate_commission
      WHERE order_id = :order_id AND deleted_at IS NULL`,
    { order_id }
  )
  return rows.map((row) => row.affiliate_id)
}

/** The order's commissions, locked: call it with the balances locked. */
export const readCommissions = async (
  trx: Trx,
  order_id: string
): Promise<StoredCommission[]> => {
  const rows = await rowsOf<CommissionRow>(
    trx,
    `SELECT id, affiliate_id, level, amount::text,
            released_at IS NOT NULL AS released, revision
       FROM affiliate_commission
      WHERE order_id = :order_id AND deleted_at IS NULL
        AND kind IN ('sale', 'trailing', 'level')
      ORDER BY level, id
        FOR NO KEY UPDATE`,
    { order_id }
  )
  return rows.map((row) => ({ ...row, amount: toAmount(row.amount) }))
}

/** A commission starts empty; its first posting gives it its amount. */
export const createCommission = async (
  trx: Trx,
  input: {
    entitlement: Entitlement
    kind: "sale" | "trailing" | "level"
    conversion_id: string
    program_id: string
    order_id: string
    order_display_id: number | null
    currency_code: string
    placed_at: Date
    hold_days: number
    flagged: boolean
  }
): Promise<StoredCommission> => {
  const { entitlement } = input
  const id = generateEntityId(undefined, "affcom")
  await trx.raw(
    `INSERT INTO affiliate_commission
            (id, affiliate_id, conversion_id, program_id, order_id,
             order_display_id, level, kind, currency_code, amount,
             original_amount, status, available_at, held, hold_source, hold_reason)
     VALUES (:id, :affiliate_id, :conversion_id, :program_id, :order_id,
             :order_display_id, :level, :kind, :currency_code, 0,
             :original_amount, 'clawed_back', :available_at, :flagged,
             CASE WHEN :flagged THEN 'risk' END,
             CASE WHEN :flagged THEN 'self_referral' END)`,
    {
      id,
      affiliate_id: entitlement.affiliate_id,
      conversion_id: input.conversion_id,
      program_id: input.program_id,
      order_id: input.order_id,
      order_display_id: input.order_display_id,
      level: entitlement.level,
      kind: input.kind,
      currency_code: input.currency_code,
      original_amount: toDecimal(entitlement.amount),
      available_at: new Date(
        input.placed_at.getTime() + input.hold_days * DAY_MS
      ),
      flagged: input.flagged,
    }
  )
  return {
    id,
    affiliate_id: entitlement.affiliate_id,
    level: entitlement.level,
    amount: toAmount(0),
    released: false,
    revision: 0,
  }
}

/** Replaces a commission's lines; only what differs is written. */
export const writeLines = async (
  trx: Trx,
  commission_id: string,
  lines: Entitlement["lines"]
): Promise<void> => {
  const bindings = {
    commission_id,
    ids: lines.map(() => generateEntityId(undefined, "affline")),
    order_lines: lines.map((line) => line.order_line_id),
    titles: lines.map((line) => line.title),
    quantities: lines.map((line) => toDecimal(line.quantity)),
    bases: lines.map((line) => toDecimal(line.base)),
    amounts: lines.map((line) => toDecimal(line.amount)),
  }
  await trx.raw(
    `DELETE FROM affiliate_commission_line
      WHERE commission_id = :commission_id AND deleted_at IS NULL
        AND NOT order_line_id = ANY(:order_lines::text[])`,
    bindings
  )
  await trx.raw(
    `INSERT INTO affiliate_commission_line AS l
            (id, commission_id, order_line_id, title, quantity, base, amount)
     SELECT d.id, :commission_id, d.order_line_id, d.title, d.quantity, d.base, d.amount
       FROM unnest(:ids::text[], :order_lines::text[], :titles::text[],
                   :quantities::numeric[], :bases::numeric[], :amounts::numeric[])
            AS d (id, order_line_id, title, quantity, base, amount)
     ON CONFLICT (commission_id, order_line_id) WHERE deleted_at IS NULL DO UPDATE
        SET title = excluded.title, quantity = excluded.quantity,
            base = excluded.base, amount = excluded.amount, updated_at = now()
      WHERE (l.quantity, l.base, l.amount) IS DISTINCT FROM
            (excluded.quantity, excluded.base, excluded.amount)`,
    bindings
  )
}

/** Takes back a commission of somebody who is no longer credited. */
export const clearLines = async (
  trx: Trx,
  commission_id: string
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_commission_line
        SET amount = 0, updated_at = now()
      WHERE commission_id = :commission_id AND deleted_at IS NULL
        AND amount <> 0`,
    { commission_id }
  )
}

/** Counts a posting, and says whether the order lets the money go. */
export const updateCommission = async (
  trx: Trx,
  commission: { id: string; revision: number; payable: boolean }
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_commission
        SET revision = :revision, payable = :payable, updated_at = now()
      WHERE id = :id AND (revision <> :revision OR payable <> :payable)`,
    commission
  )
}

/** The parts of commissions inside payouts that are not yet processing. */
export const readOpenPayoutItems = async (
  trx: Trx,
  commission_ids: string[]
): Promise<Map<string, OpenPayoutItem[]>> => {
  const rows = await rowsOf<{
    commission_id: string
    payout_id: string
    payout_amount: string
    amount: string
  }>(
    trx,
    `SELECT i.commission_id, p.id AS payout_id,
            p.amount::text AS payout_amount, i.amount::text
       FROM affiliate_payout_item i
       JOIN affiliate_payout p ON p.id = i.payout_id
      WHERE i.commission_id = ANY(:commission_ids)
        AND p.status = 'pending' AND i.deleted_at IS NULL
      ORDER BY p.created_at, p.id`,
    { commission_ids }
  )
  const items = new Map<string, OpenPayoutItem[]>()
  for (const row of rows) {
    const list = items.get(row.commission_id) ?? []
    list.push({
      payout_id: row.payout_id,
      payout_amount: toAmount(row.payout_amount),
      amount: toAmount(row.amount),
    })
    items.set(row.commission_id, list)
  }
  return items
}
