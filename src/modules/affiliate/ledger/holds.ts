import { MedusaError } from "@medusajs/framework/utils"

import { BalanceKey, lockBalances } from "./balances"
import { rowsOf, Trx } from "./transaction"

/** What keeps a commission from being released. */
export interface Hold {
  held: boolean
  hold_source: "person" | "risk" | null
  hold_reason: string | null
}

interface HoldRow extends Hold {
  status: string
}

/**
 * The lock of the balance is the one that a release takes: a commission is
 * either held in time or released, never both.
 */
const lockCommission = async (trx: Trx, id: string): Promise<HoldRow> => {
  const [key] = await rowsOf<BalanceKey>(
    trx,
    `SELECT affiliate_id, currency_code FROM affiliate_commission WHERE id = :id`,
    { id }
  )
  if (!key) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Commission with id: ${id} was not found`
    )
  }
  await lockBalances(trx, [key])
  const [row] = await rowsOf<HoldRow>(
    trx,
    `SELECT status, held, hold_source, hold_reason FROM affiliate_commission WHERE id = :id`,
    { id }
  )
  return row
}

const writeHold = async (
  trx: Trx,
  id: string,
  { held, hold_source, hold_reason }: Hold
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_commission
        SET held = :held, hold_source = :hold_source, hold_reason = :hold_reason,
            updated_at = now()
      WHERE id = :id`,
    { id, held, hold_source, hold_reason }
  )
}

/**
 * Keeps a pending commission from being released.
 *
 * @returns what held it before
 * @throws not_found; not_allowed when it is not pending or already held
 */
export const holdCommission = async (
  trx: Trx,
  id: string,
  { source, reason }: { source: "person" | "risk"; reason: string }
): Promise<Hold> => {
  const { status, ...before } = await lockCommission(trx, id)
  if (status !== "pending") {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `The commission is ${status}: only a pending commission can be held`
    )
  }
  if (before.held) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `The commission is already held: ${before.hold_reason}`
    )
  }
  await writeHold(trx, id, {
    held: true,
    hold_source: source,
    hold_reason: reason,
  })
  return before
}

/**
 * Lets a held commission be released when it is due, whoever held it. The
 * reason, if any, is kept in place of the hold's.
 *
 * @returns what held it before
 * @throws not_found; not_allowed when it is not held
 */
export const unholdCommission = async (
  trx: Trx,
  id: string,
  { reason }: { reason: string | null }
): Promise<Hold> => {
  const { held, hold_source, hold_reason } = await lockCommission(trx, id)
  if (!held) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "The commission is not held"
    )
  }
  await writeHold(trx, id, {
    held: false,
    hold_source: null,
    hold_reason: reason,
  })
  return { held, hold_source, hold_reason }
}

/** Puts a hold back as it was, unless the commission was released meanwhile. */
export const restoreHold = async (
  trx: Trx,
  id: string,
  hold: Hold
): Promise<void> => {
  const { status } = await lockCommission(trx, id)
  if (status === "pending") {
    await writeHold(trx, id, hold)
  }
}
