import { toAmount } from "../domain/money"
import { readPayoutKey } from "../domain/payout"
import { judgePaymentNotice } from "../domain/payout-notice"
import { PayoutNotice } from "../../../providers/types"
import { Concerned, readAttempt } from "../sql/payout-notices"
import { returnPayout } from "./payout-return"
import { LockedPayout, lockPayout, PayoutMove } from "./payout-rows"
import { recordPayout, settle } from "./payout-status"
import { rowsOf, Trx } from "./transaction"

type PaymentNotice = Extract<PayoutNotice, { type: "payment" }>

/** What became of a notice; `alarm` = the books and the provider do not agree. */
export type HandledPayment = { concerned: Concerned } & (
  | { does: "done"; outcome: string; move: PayoutMove | null }
  | { does: "alarm"; because: string }
)

const RECORDED: Record<LockedPayout["status"], string> = {
  pending: "Nothing",
  processing: "The payment is under way",
  paid: "The payout was paid",
  failed: "The payout failed",
  canceled: "Nothing",
}

/** Does what follows from a notice about a payment, inside the caller's transaction. */
export const handlePaymentNotice = async (
  trx: Trx,
  provider: string,
  { idempotency_key, result }: PaymentNotice
): Promise<HandledPayment> => {
  const key = readPayoutKey(idempotency_key)
  if (!key) {
    return {
      does: "done",
      outcome: "The payment is no payout of this store",
      move: null,
      concerned: {},
    }
  }
  const { payout_id, attempt } = key
  const known = await rowsOf(
    trx,
    `SELECT 1 FROM affiliate_payout WHERE id = :payout_id`,
    { payout_id }
  )
  if (!known.length) {
    return {
      does: "alarm",
      because: `There is no payout ${payout_id} in these books: it is another store's, or the books were restored from before it was made`,
      concerned: {},
    }
  }
  const payout = await lockPayout(trx, payout_id)
  const concerned = { payout_id, affiliate_id: payout.affiliate_id }
  const verdict = judgePaymentNotice(
    { ...payout, came_back: payout.returned_at !== null },
    {
      provider,
      attempt,
      says: result.status,
      reference: result.reference,
    },
    await readAttempt(trx, { payout_id, attempt, idempotency_key })
  )
  switch (verdict.does) {
    case "alarm":
      return { does: "alarm", because: verdict.because, concerned }
    case "nothing":
      return {
        does: "done",
        outcome: `Nothing changed: ${verdict.because}`,
        move: null,
        concerned,
      }
  }
  const move = await apply(trx, payout, verdict.does, result)
  return {
    does: "done",
    outcome: move.returned
      ? `Money came back: the payout is ${move.status}`
      : move.changed || move.status === "processing"
        ? RECORDED[move.status]
        : "Nothing changed: no more came back than is known",
    move,
    concerned,
  }
}

const apply = async (
  trx: Trx,
  payout: LockedPayout,
  does: "record" | "return" | "pay_and_return",
  result: PaymentNotice["result"]
): Promise<PayoutMove> => {
  if (result.status !== "returned") {
    const { id, idempotency_key } = payout
    return recordPayout(trx, { id, idempotency_key, ...result })
  }
  let paid = payout
  if (does === "pay_and_return") {
    await settle(trx, payout, null)
    paid = { ...payout, status: "paid" }
  }
  const move = await returnPayout(trx, paid, {
    returned: result.amount === undefined ? null : toAmount(result.amount),
    reason: result.reason,
  })
  return does === "pay_and_return" ? { ...move, paid_too: true } : move
}
