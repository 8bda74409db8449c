import { MedusaError } from "@medusajs/framework/utils"

import { minutesToNextLookUp } from "../domain/look-ups"
import { refusalMessage } from "../domain/payee"
import { payoutKey, refusePayout } from "../domain/payout"
import { Amount, toDecimal, ZERO } from "../domain/money"
import { SecretBox } from "../secrets"
import { assertNotBlocked } from "./payout-block"
import {
  itemsOf,
  LockedPayout,
  lockPayout,
  moved,
  notAllowed,
  PayoutMove,
  PayoutStatus,
  putItems,
  setStatus,
  transferParts,
} from "./payout-rows"
import { partsFor, snapshotDestination } from "./payout-request"
import { Trx } from "./transaction"

/** SQL: an attempt begins, and its provider is asked about it if it does not say. */
const ASK_FROM_NOW_ON = `look_ups = 0, look_up_error = NULL, stuck_at = NULL,
     look_up_after = now() + make_interval(mins => :minutes::int)`

const giveBack = async (
  trx: Trx,
  payout: LockedPayout,
  type: "payout_canceled" | "payout_failed"
): Promise<void> =>
  transferParts(trx, payout, await itemsOf(trx, payout.id), {
    from: "requested",
    to: "available",
    type,
  })

/** Books a payout's money as sent. */
export const settle = async (
  trx: Trx,
  payout: LockedPayout,
  reference: string | null
): Promise<PayoutMove> => {
  await setStatus(
    trx,
    payout,
    `status = 'paid', paid_at = now(), reference = coalesce(:reference, reference),
     look_up_after = NULL, look_up_error = NULL, stuck_at = NULL`,
    { reference }
  )
  await transferParts(trx, payout, await itemsOf(trx, payout.id), {
    from: "requested",
    to: "paid",
    type: "payout_paid",
  })
  return moved(payout, "paid")
}

/**
 * Gives a payout's money back before it is sent.
 *
 * @param cancelable in which statuses; `processing` only where a person makes
 *        the transfer, since a service may already have sent the money
 * @param affiliate_id only that affiliate's payout
 * @throws not_found, not_allowed
 */
export const cancelPayout = async (
  trx: Trx,
  id: string,
  {
    cancelable,
    affiliate_id,
  }: { cancelable: (payout: LockedPayout) => boolean; affiliate_id?: string }
): Promise<PayoutMove> => {
  const payout = await lockPayout(trx, id, affiliate_id)
  if (!cancelable(payout)) {
    throw notAllowed(payout, "canceled")
  }
  await setStatus(
    trx,
    payout,
    "status = 'canceled', canceled_at = now(), look_up_after = NULL"
  )
  await giveBack(trx, payout, "payout_canceled")
  return moved(payout, "canceled")
}

/**
 * Takes a pending payout out of the affiliate's hands, the step before the
 * provider is called. Its key was stored with it.
 *
 * @throws not_found, not_allowed
 */
export const startPayout = async (
  trx: Trx,
  id: string
): Promise<PayoutMove> => {
  const payout = await lockPayout(trx, id)
  if (payout.status !== "pending") {
    throw notAllowed(payout, "processed")
  }
  await setStatus(
    trx,
    payout,
    `status = 'processing', processing_at = now(), ${ASK_FROM_NOW_ON}`,
    { minutes: minutesToNextLookUp(0) }
  )
  return moved(payout, "processing")
}

/**
 * Sends a failed payout anew: the same amount, with a new key, to the account
 * now on file (a wrong account is why most fail). Its money went back when it
 * failed, so it must be available again; debts made since are netted.
 *
 * @throws not_found, not_allowed saying why
 */
export const retryPayout = async (
  trx: Trx,
  id: string,
  secrets: SecretBox
): Promise<PayoutMove> => {
  const payout = await lockPayout(trx, id)
  if (payout.status !== "failed") {
    throw notAllowed(payout, "retried")
  }
  const { amount, available, affiliate_id, currency_code } = payout
  await assertNotBlocked(trx, payout)
  // No minimum: the payout met it when it was requested.
  const refusal = refusePayout(amount, available, ZERO)
  if (refusal) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      refusalMessage(refusal, amount, available, currency_code)
    )
  }
  const to = await snapshotDestination(trx, secrets, affiliate_id, id)
  const parts = await partsFor(trx, payout, amount, available)
  const attempt = payout.attempt + 1
  await setStatus(
    trx,
    payout,
    `status = 'processing', processing_at = now(), failed_at = NULL, failure_reason = NULL,
     paid_at = NULL, returned_amount = 0, returned_at = NULL, return_reason = NULL,
     ${ASK_FROM_NOW_ON}, reference = NULL, attempt = :attempt, idempotency_key = :idempotency_key,
     provider = :provider, destination = :destination,
     destination_masked = :destination_masked::jsonb`,
    {
      minutes: minutesToNextLookUp(0),
      attempt,
      idempotency_key: payoutKey(id, attempt),
      provider: to.provider,
      destination: to.destination,
      destination_masked: JSON.stringify(to.destination_masked),
    }
  )
  await putItems(trx, id, parts)
  await transferParts(trx, { ...payout, attempt }, parts, {
    from: "available",
    to: "requested",
    type: "payout_requested",
  })
  return moved(payout, "processing")
}

/**
 * The merchant says that the money was sent. A second call changes nothing.
 *
 * @param word.sent how much; `null` = what the payout is. A pending payout may
 *        have been lowered since it was looked at
 * @throws not_found, not_allowed
 */
export const markPayoutPaid = async (
  trx: Trx,
  id: string,
  { reference, sent }: { reference: string | null; sent: Amount | null }
): Promise<PayoutMove> => {
  const payout = await lockPayout(trx, id)
  if (payout.status === "paid") {
    return moved(payout, "paid", false)
  }
  if (payout.status !== "pending" && payout.status !== "processing") {
    throw notAllowed(payout, "marked as paid")
  }
  if (sent && !sent.eq(payout.amount)) {
    const currency = payout.currency_code.toUpperCase()
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Payout ${payout.display_id} is ${toDecimal(payout.amount)} ${currency} by now, not ${toDecimal(sent)}`
    )
  }
  return settle(trx, payout, reference)
}

/** What is certain about one attempt, named by its key. */
export type PayoutRecord = { id: string; idempotency_key: string } & (
  | { status: Extract<PayoutStatus, "paid" | "processing">; reference?: string }
  | { status: Extract<PayoutStatus, "failed">; reason: string }
)

/**
 * Records what the provider answered. Only an attempt still under way is
 * touched: an answer that comes late or twice changes nothing.
 *
 * @throws not_found
 */
export const recordPayout = async (
  trx: Trx,
  record: PayoutRecord
): Promise<PayoutMove> => {
  const payout = await lockPayout(trx, record.id)
  if (
    payout.status !== "processing" ||
    payout.idempotency_key !== record.idempotency_key
  ) {
    return moved(payout, payout.status, false)
  }
  switch (record.status) {
    case "paid":
      return settle(trx, payout, record.reference ?? null)
    case "failed":
      await setStatus(
        trx,
        payout,
        `status = 'failed', failed_at = now(), failure_reason = :reason,
         look_up_after = NULL, look_up_error = NULL, stuck_at = NULL`,
        { reason: record.reason }
      )
      await giveBack(trx, payout, "payout_failed")
      return moved(payout, "failed")
    case "processing":
      if (record.reference) {
        await setStatus(trx, payout, "reference = :reference", {
          reference: record.reference,
        })
      }
      return moved(payout, "processing", false)
  }
}
