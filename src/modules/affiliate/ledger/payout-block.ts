import { MedusaError } from "@medusajs/framework/utils"

import { Amount } from "../domain/money"
import { blockOfPayee, Payee, taxHoldOf } from "../domain/payee"
import { blockInWords } from "../domain/payout-block"
import { lockMember } from "../sql/agreements"
import { BalanceKey, lockBalances } from "./balances"
import { readPayee } from "./payees"
import { Trx } from "./transaction"

/**
 * Reads who asks for a payout, and holds still what decides it: the balance,
 * affiliate and program are locked, so that a version published or an identity
 * rejected at the same moment is either seen here or comes after the payout.
 *
 * @throws not_found for an unknown affiliate
 */
export const lockPayee = async (trx: Trx, key: BalanceKey): Promise<Payee> => {
  await lockBalances(trx, [key])
  await lockMember(trx, key.affiliate_id)
  const payee = await readPayee(trx, key)
  if (!payee) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Affiliate with id: ${key.affiliate_id} was not found`
    )
  }
  return payee
}

/**
 * Refuses a payout that waits for the affiliate: for an agreement to be
 * accepted, or for its identity to be verified; or for tax.
 *
 * @throws not_allowed, saying what is waited for
 */
export const assertNotBlocked = async (
  trx: Trx,
  payout: BalanceKey & { amount: Amount }
): Promise<void> => {
  const payee = await lockPayee(trx, payout)
  const block = blockOfPayee(payee, payout)
  const words = block
    ? blockInWords(block, payout.currency_code)
    : taxHoldOf(payee, payout)
  if (words !== null) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, words)
  }
}
