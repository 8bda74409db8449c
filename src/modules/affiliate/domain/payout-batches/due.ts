import { Amount, sum, toDecimal, ZERO } from "../money"
import {
  Payee,
  PayeeRefusal,
  payeeRefusalInWords,
  PayoutAsked,
  refusePayee,
} from "../payee"

/** Whom a batch is for. */
export interface BatchScope {
  currency_code: string
  /** Only affiliates who are paid through it; `null` = all. */
  provider: string | null
  /** The providers of the store at the moment. */
  loaded: string[]
}

/** Somebody with money in the batch's currency, or a debt. */
export type BatchCandidate =
  | { payee: Payee; due: true; amount: Amount; provider: string }
  | {
      payee: Payee
      due: false
      reason: PayeeRefusal["reason"] | "provider_not_loaded"
      message: string
    }

/**
 * Whether an affiliate is due: what it could ask for itself at this moment, all
 * of it. Where it could not, the reason is the one that it would be told.
 */
export const candidateOf = (
  payee: Payee,
  scope: BatchScope
): BatchCandidate => {
  const asked: PayoutAsked = {
    currency_code: scope.currency_code,
    amount: payee.available,
    approved_only: true,
    provider: scope.provider,
  }
  const refusal = refusePayee(payee, asked)
  if (refusal) {
    return {
      payee,
      due: false,
      reason: refusal.reason,
      message: payeeRefusalInWords(refusal, payee, asked),
    }
  }
  const provider = payee.method!.provider
  return scope.loaded.includes(provider)
    ? { payee, due: true, amount: payee.available, provider }
    : {
        payee,
        due: false,
        reason: "provider_not_loaded",
        message: `The payout provider ${provider} is not one of this store any more`,
      }
}

/** What goes by one provider. */
export interface RailTotal {
  provider: string
  count: number
  amount: string
}

/** Money that is due and that is not, in one currency; exact decimals. */
export interface BatchTotals {
  count: number
  amount: string
  rails: RailTotal[]
  not_due_count: number
  /** Money of affiliates who are not due; debts are not taken off it. */
  not_due_amount: string
}

/** Adds candidates up, a page at a time. */
export class BatchSums {
  private readonly rails_ = new Map<string, { count: number; amount: Amount }>()
  private notDue_ = { count: 0, amount: ZERO }

  add(candidates: BatchCandidate[]): void {
    for (const candidate of candidates) {
      if (candidate.due) {
        const { provider, amount } = candidate
        const rail = this.rails_.get(provider) ?? { count: 0, amount: ZERO }
        this.rails_.set(provider, {
          count: rail.count + 1,
          amount: rail.amount.plus(amount),
        })
      } else {
        const { available } = candidate.payee
        this.notDue_ = {
          count: this.notDue_.count + 1,
          amount: this.notDue_.amount.plus(available.gt(0) ? available : ZERO),
        }
      }
    }
  }

  totals(): BatchTotals {
    const rails = [...this.rails_].sort(([a], [b]) => (a < b ? -1 : 1))
    return {
      count: rails.reduce((count, [, rail]) => count + rail.count, 0),
      amount: toDecimal(sum(rails.map(([, rail]) => rail.amount))),
      rails: rails.map(([provider, { count, amount }]) => ({
        provider,
        count,
        amount: toDecimal(amount),
      })),
      not_due_count: this.notDue_.count,
      not_due_amount: toDecimal(this.notDue_.amount),
    }
  }
}
