import { entitlementsOf } from "../../../src/modules/affiliate/domain/entitlement"
import {
  Amount,
  sum,
  toAmount,
  ZERO,
} from "../../../src/modules/affiliate/domain/money"
import { OrderSnapshot } from "../../../src/modules/affiliate/domain/order-snapshot"
import {
  fillPayout,
  PayoutPart,
} from "../../../src/modules/affiliate/domain/payout"
import {
  Account,
  AccountSums,
  CommissionPosition,
  Movement,
  noMoney,
  planPosting,
  planRelease,
  planTransfer,
  totalOf,
} from "../../../src/modules/affiliate/domain/posting"
import { PinnedTerms } from "../../../src/modules/affiliate/domain/terms"

interface Commission {
  id: string
  order: OrderSnapshot
  sums: AccountSums
  released_at: Date | null
}

interface Payout {
  id: string
  status: "pending" | "processing" | "paid" | "canceled"
  parts: PayoutPart[]
}

/**
 * One affiliate's money in one currency, kept in memory: the plans of the domain are carried out as the database carries
 * them out, one after another.
 */
export class MemoryLedger {
  readonly commissions: Commission[]
  readonly payouts: Payout[] = []
  private clock = 0

  constructor(
    orders: OrderSnapshot[],
    private readonly terms: PinnedTerms
  ) {
    this.commissions = orders.map((order, index) => ({
      id: `affcom_${index}`,
      order,
      sums: noMoney(),
      released_at: null,
    }))
    this.commissions.forEach((_, index) => this.reconcile(index))
  }

  owed(index: number): Amount {
    return entitlementsOf(this.commissions[index]!.order, "aff_1", this.terms)
      .entitlements[0]!.amount
  }

  /** The order is now this; the commission follows. Answers how much was moved. */
  becomes(index: number, order: OrderSnapshot): void {
    this.commissions[index]!.order = order
    this.reconcile(index)
  }

  /** @returns the movements that were made, none when nothing had changed */
  reconcile(index: number): Movement[] {
    const commission = this.commissions[index]!
    const plan = planPosting(this.position(commission), this.owed(index))
    for (const id of plan.cancel_payouts) {
      this.move(
        this.payouts.find((payout) => payout.id === id)!,
        "canceled",
        "available"
      )
    }
    for (const { payout_id, account, amount } of plan.movements) {
      commission.sums[account] = commission.sums[account].plus(amount)
      const part = this.payouts
        .find(({ id }) => id === payout_id)
        ?.parts.find(({ commission_id }) => commission_id === commission.id)
      if (part) part.amount = part.amount.plus(amount)
    }
    return plan.movements
  }

  release(index: number): void {
    const commission = this.commissions[index]!
    if (commission.released_at || commission.sums.pending.isZero()) return
    commission.released_at = new Date(++this.clock)
    this.book(commission, planRelease(commission.sums.pending))
  }

  /** Requests a payout of a share of what is available, in percent. */
  request(percent: number): void {
    const available = this.balance("available")
    const amount = available.times(percent).shiftedBy(-2).decimalPlaces(2)
    if (amount.lte(0)) return
    const parts = fillPayout(
      this.commissions.map(({ id, sums, released_at }) => ({
        commission_id: id,
        available: sums.available,
        released_at: released_at ?? new Date(0),
      })),
      amount
    )
    const payout: Payout = {
      id: `affpay_${this.payouts.length}`,
      status: "canceled",
      parts,
    }
    this.payouts.push(payout)
    this.move(payout, "pending", "requested", "available")
  }

  /** Moves a payout on, where its status allows it. */
  advance(index: number, to: "processing" | "paid" | "canceled"): void {
    const payout = this.payouts[index % Math.max(this.payouts.length, 1)]
    if (!payout || !["pending", "processing"].includes(payout.status)) return
    if (to === "processing") payout.status = "processing"
    else this.move(payout, to, to === "paid" ? "paid" : "available")
  }

  balance(account: Account): Amount {
    return sum(this.commissions.map(({ sums }) => sums[account]))
  }

  total(): Amount {
    return sum(this.commissions.map(({ sums }) => totalOf(sums)))
  }

  position({ id, sums, released_at }: Commission): CommissionPosition {
    const open = this.payouts.filter(({ status }) => status === "pending")
    return {
      sums,
      released: released_at !== null,
      open_payouts: open.flatMap((payout) =>
        payout.parts
          .filter(({ commission_id }) => commission_id === id)
          .map(({ amount }) => ({
            payout_id: payout.id,
            amount,
            payout_amount: sum(payout.parts.map((part) => part.amount)),
          }))
      ),
    }
  }

  private move(
    payout: Payout,
    status: Payout["status"],
    to: Account,
    from: Account = "requested"
  ): void {
    payout.status = status
    for (const { commission_id, amount } of payout.parts) {
      const commission = this.commissions.find(
        ({ id }) => id === commission_id
      )!
      this.book(
        commission,
        planTransfer(from, to, amount, "payout_paid", payout.id)
      )
    }
  }

  private book(commission: Commission, movements: Movement[]): void {
    for (const { account, amount } of movements) {
      commission.sums[account] = (commission.sums[account] ?? ZERO).plus(amount)
    }
  }
}

/** The same amount as text, for a message that tells. */
export const asText = (sums: AccountSums): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sums).map(([account, amount]) => [
      account,
      toAmount(amount).toFixed(),
    ])
  )
