import { generateEntityId, MedusaError } from "@medusajs/framework/utils"

import { Amount, min, sum, toDecimal } from "../domain/money"
import {
  accountNotReady,
  coolingOff,
  payeeRefusalInWords,
  refusePayee,
} from "../domain/payee"
import {
  AvailableCommission,
  fillPayout,
  payoutKey,
  PayoutPart,
} from "../domain/payout"
import { SecretBox } from "../secrets"
import { BalanceKey } from "./balances"
import { readPayee } from "./payees"
import { lockPayee } from "./payout-block"
import { availableCommissions, putItems, transferParts } from "./payout-rows"
import { rowsOf, Trx } from "./transaction"

export interface PayoutRequest extends BalanceKey {
  /** Major units; `null` = all that is available. */
  amount: Amount | null
  requested_by: "affiliate" | "merchant"
  /** For a payout that nobody in particular asked for: what it may be at most, and how it is to go. */
  batch?: { amount_max: Amount; provider: string }
}

/** Where the money of one payout goes, sealed for that payout alone. */
export interface PayoutDestination {
  provider: string
  destination: string
  destination_masked: unknown
}

const notAllowed = (message: string): MedusaError =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message)

/**
 * Copies the account on file for one payout: changing the payout method later
 * does not touch money that was asked for before.
 *
 * @throws not_allowed when no payout method is on file, or its account cannot get money yet, or waits for its cool-off
 */
export const snapshotDestination = async (
  trx: Trx,
  secrets: SecretBox,
  affiliate_id: string,
  payout_id: string
): Promise<PayoutDestination> => {
  const [method] = await rowsOf<{
    id: string
    provider: string
    details: string
    details_masked: unknown
    payouts_enabled: boolean
    state_note: string | null
    cool_off_until: Date | null
  }>(
    trx,
    `SELECT id, provider, details, details_masked, payouts_enabled, state_note,
            CASE WHEN cool_off_until > now() THEN cool_off_until END AS cool_off_until
       FROM affiliate_payout_method
      WHERE affiliate_id = :affiliate_id AND deleted_at IS NULL`,
    { affiliate_id }
  )
  if (!method) {
    throw notAllowed(
      "No payout method is on file: save one before a payout is made"
    )
  }
  if (!method.payouts_enabled) {
    throw notAllowed(accountNotReady(method.state_note))
  }
  if (method.cool_off_until) {
    throw notAllowed(coolingOff(method.cool_off_until))
  }
  return {
    provider: method.provider,
    destination: secrets.seal(
      secrets.open(method.details, method.id),
      payout_id
    ),
    destination_masked: method.details_masked,
  }
}

/**
 * Chooses the commissions that a payout is made of.
 *
 * @param balance what the locked balance says is available; the ledger must agree
 */
export const partsFor = async (
  trx: Trx,
  key: BalanceKey,
  amount: Amount,
  balance: Amount
): Promise<PayoutPart[]> => {
  const commissions: AvailableCommission[] = await availableCommissions(
    trx,
    key
  )
  const available = sum(commissions.map((commission) => commission.available))
  if (!available.eq(balance)) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `The available balance of ${key.affiliate_id} in ${key.currency_code} is ${toDecimal(balance)}, its entries add up to ${toDecimal(available)}`
    )
  }
  return fillPayout(commissions, amount)
}

const assertExists = async (trx: Trx, key: BalanceKey): Promise<void> => {
  if (!(await readPayee(trx, key))) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Affiliate with id: ${key.affiliate_id} was not found`
    )
  }
}

/**
 * Sets money aside for a payout. The balance is locked before anything is
 * read, so that two requests at once cannot spend the same money.
 *
 * @returns the payout's id
 * @throws not_found for an unknown affiliate; invalid_data for an amount that is
 *         not positive; not_allowed, saying why, when the affiliate may not request, has to accept an agreement or to
 *         be verified first, has no payout method, or the amount is over the balance or below the minimum
 */
export const requestPayout = async (
  trx: Trx,
  request: PayoutRequest,
  secrets: SecretBox
): Promise<string> => {
  const { affiliate_id, currency_code, requested_by, batch } = request
  // Before the lock, because the lock makes the balance of an affiliate that exists.
  await assertExists(trx, request)
  const payee = await lockPayee(trx, request)
  const { available } = payee
  const asked = {
    currency_code,
    amount:
      request.amount ?? (batch ? min(available, batch.amount_max) : available),
    approved_only: requested_by === "affiliate" || batch !== undefined,
    provider: batch?.provider ?? null,
  }
  const { amount } = asked
  if (request.amount?.lte(0)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "amount: must be positive"
    )
  }
  const refusal = refusePayee(payee, asked)
  if (refusal) {
    throw notAllowed(payeeRefusalInWords(refusal, payee, asked))
  }
  const id = generateEntityId(undefined, "affpay")
  const destination = await snapshotDestination(trx, secrets, affiliate_id, id)
  const attempt = 1
  const parts = await partsFor(trx, request, amount, available)
  await trx.raw(
    `INSERT INTO affiliate_payout
            (id, affiliate_id, currency_code, amount, status, provider, destination,
             destination_masked, idempotency_key, attempt, requested_by)
     VALUES (:id, :affiliate_id, :currency_code, :amount::numeric, 'pending', :provider,
             :destination, :destination_masked::jsonb, :idempotency_key, :attempt, :requested_by)`,
    {
      id,
      affiliate_id,
      currency_code,
      amount: toDecimal(amount),
      provider: destination.provider,
      destination: destination.destination,
      destination_masked: JSON.stringify(destination.destination_masked),
      idempotency_key: payoutKey(id, attempt),
      attempt,
      requested_by,
    }
  )
  await putItems(trx, id, parts)
  await transferParts(
    trx,
    { id, affiliate_id, currency_code, attempt },
    parts,
    {
      from: "available",
      to: "requested",
      type: "payout_requested",
    }
  )
  return id
}
