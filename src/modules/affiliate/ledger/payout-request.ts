import { generateEntityId, MedusaError } from "@medusajs/framework/utils"

import { Amount, sum, toDecimal } from "../domain/money"
import {
  AvailableCommission,
  fillPayout,
  minimumPayout,
  payoutKey,
  PayoutPart,
  PayoutRefusal,
  refusePayout,
} from "../domain/payout"
import { CurrencyAmount } from "../domain/terms"
import { SecretBox } from "../secrets"
import { balanceIn, BalanceKey, lockBalances } from "./balances"
import { assertNotBlocked } from "./payout-block"
import { accountNotReady } from "./payout-sending"
import { availableCommissions, putItems, transferParts } from "./payout-rows"
import { rowsOf, Trx } from "./transaction"

export interface PayoutRequest extends BalanceKey {
  /** Major units; `null` = all that is available. */
  amount: Amount | null
  requested_by: "affiliate" | "merchant"
}

/** Where the money of one payout goes, sealed for that payout alone. */
export interface PayoutDestination {
  provider: string
  destination: string
  destination_masked: unknown
}

const notAllowed = (message: string): MedusaError =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message)

/** A refusal in words for the affiliate. */
export const refusalMessage = (
  refusal: PayoutRefusal,
  amount: Amount,
  available: Amount,
  currency_code: string
): string => {
  const currency = currency_code.toUpperCase()
  switch (refusal.reason) {
    case "nothing_available":
      return available.isZero()
        ? `Nothing is available to be paid out in ${currency}`
        : `Nothing is available to be paid out in ${currency}: ${toDecimal(available.negated())} is owed from earlier payouts`
    case "over_balance":
      return `The amount of ${toDecimal(amount)} ${currency} is over the balance: ${toDecimal(available)} ${currency} is available`
    case "below_minimum":
      return `The amount of ${toDecimal(amount)} ${currency} is below the minimum payout of ${toDecimal(refusal.minimum)} ${currency}`
  }
}

interface PayeeRow {
  status: string
  tier_minimums: CurrencyAmount[] | null
  program_minimums: CurrencyAmount[]
}

const readPayee = async (trx: Trx, affiliate_id: string): Promise<PayeeRow> => {
  const [payee] = await rowsOf<PayeeRow>(
    trx,
    `SELECT a.status, t.minimum_payouts AS tier_minimums, p.minimum_payouts AS program_minimums
       FROM affiliate a
       JOIN affiliate_program p ON p.id = a.program_id
       LEFT JOIN affiliate_tier t ON t.id = a.tier_id
      WHERE a.id = :affiliate_id AND a.deleted_at IS NULL`,
    { affiliate_id }
  )
  if (!payee) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Affiliate with id: ${affiliate_id} was not found`
    )
  }
  return payee
}

/**
 * Copies the account on file for one payout: changing the payout method later
 * does not touch money that was asked for before.
 *
 * @throws not_allowed when no payout method is on file, or its account cannot get money yet
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
  }>(
    trx,
    `SELECT id, provider, details, details_masked, payouts_enabled, state_note
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
  const { affiliate_id, currency_code, requested_by } = request
  // Before the lock, because the lock makes the balance of an affiliate that exists.
  await readPayee(trx, affiliate_id)
  const balances = await lockBalances(trx, [request])
  const { available } = balanceIn(balances, request).sums
  const payee = await readPayee(trx, affiliate_id)
  if (requested_by === "affiliate" && payee.status !== "approved") {
    throw notAllowed(
      `This affiliate is ${payee.status}: only an approved affiliate can request a payout`
    )
  }
  const amount = request.amount ?? available
  await assertNotBlocked(trx, { affiliate_id, currency_code, amount })
  const id = generateEntityId(undefined, "affpay")
  const destination = await snapshotDestination(trx, secrets, affiliate_id, id)
  if (request.amount?.lte(0)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "amount: must be positive"
    )
  }
  const minimum = minimumPayout(
    payee.tier_minimums,
    payee.program_minimums,
    currency_code
  )
  const refusal = refusePayout(amount, available, minimum)
  if (refusal) {
    throw notAllowed(refusalMessage(refusal, amount, available, currency_code))
  }
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
