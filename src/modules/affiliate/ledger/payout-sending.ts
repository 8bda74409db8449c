import { MedusaError } from "@medusajs/framework/utils"

import { accountNotReady } from "../domain/payee"
import { PayoutStatus } from "./payout-rows"
import { rowsOf, Trx } from "./transaction"

/** A payout as its provider is told of it, the destination still sealed. */
export interface PayoutToSend {
  id: string
  display_id: number
  affiliate_id: string
  /** Exact decimal in major units. */
  amount: string
  currency_code: string
  status: PayoutStatus
  provider: string
  /** `null` = forgotten with the person it belonged to. */
  destination: string | null
  idempotency_key: string
  reference: string | null
  /** When the attempt under way began; `null` = none has. */
  processing_at: Date | null
}

/**
 * Holds a payout back whose account its provider cannot pay at the moment: it
 * stays as it is, and can be sent when the account is in order.
 *
 * @throws not_allowed saying what is missing
 */
export const assertAccountReady = async (
  trx: Trx,
  id: string
): Promise<void> => {
  const [method] = await rowsOf<{ state_note: string | null }>(
    trx,
    `SELECT m.state_note
       FROM affiliate_payout p
       JOIN affiliate_payout_method m
         ON m.affiliate_id = p.affiliate_id AND m.provider = p.provider AND m.deleted_at IS NULL
      WHERE p.id = :id AND NOT m.payouts_enabled`,
    { id }
  )
  if (method) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      accountNotReady(method.state_note)
    )
  }
}

/**
 * Reads payouts with their sealed destinations, in the order of their numbers.
 *
 * @throws not_found when one of them does not exist
 */
export const readPayoutsToSend = async (
  trx: Trx,
  ids: string[]
): Promise<PayoutToSend[]> => {
  const payouts = await rowsOf<PayoutToSend>(
    trx,
    `SELECT id, display_id, affiliate_id, amount::text, currency_code, status, provider,
            destination, idempotency_key, reference, processing_at
       FROM affiliate_payout WHERE id = ANY(:ids)
      ORDER BY display_id`,
    { ids }
  )
  const missing = ids.find((id) => !payouts.some((payout) => payout.id === id))
  if (missing) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Payout with id: ${missing} was not found`
    )
  }
  return payouts
}
