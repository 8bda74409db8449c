import { MedusaError } from "@medusajs/framework/utils"

import { Amount, max, sum, ZERO } from "../domain/money"
import {
  blockInWords,
  blockOfPayout,
  IdentityRule,
  IdentityStatus,
} from "../domain/payout-block"
import { agreementStateOf, lockMember } from "../sql/agreements"
import { BalanceKey, balanceIn, lockBalances } from "./balances"
import { assertTaxForm } from "./tax-gate"
import { rowsOf, Trx } from "./transaction"

/**
 * Refuses a payout that waits for the affiliate: for an agreement to be
 * accepted, for its identity to be verified, or for a tax form. Affiliate and program are
 * locked, so that a version published or an identity rejected at the same
 * moment is either seen here or comes after the payout.
 *
 * @param payout whose balance the caller has locked
 * @throws not_allowed, saying what is waited for
 */
export const assertNotBlocked = async (
  trx: Trx,
  payout: BalanceKey & { amount: Amount }
): Promise<void> => {
  const { affiliate_id, currency_code, amount } = payout
  const { sums } = balanceIn(await lockBalances(trx, [payout]), payout)
  await lockMember(trx, affiliate_id)
  const [{ identity_status, ...rule }] = await rowsOf<
    IdentityRule & { identity_status: IdentityStatus }
  >(
    trx,
    `SELECT a.identity_status, p.identity_required, p.identity_amounts
       FROM affiliate a JOIN affiliate_program p ON p.id = a.program_id
      WHERE a.id = :affiliate_id`,
    { affiliate_id }
  )
  const { in_force } = await agreementStateOf(trx, affiliate_id)
  const block = blockOfPayout({
    agreement: in_force,
    identity_status,
    rule,
    currency_code,
    out: sum([sums.paid, sums.requested, max(amount, ZERO)]),
  })
  if (block) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      blockInWords(block, currency_code)
    )
  }
  await assertTaxForm(trx, {
    affiliate_id,
    currency_code,
    open: sum([sums.requested, max(amount, ZERO)]),
  })
}
