import { Fraction, NONE } from "../../support/fraction"
import { Account, amountOf, Commission, noMoney } from "./commission"
import { Order } from "./order"
import { fill, Payout, returnedOf, spread, worthOf } from "./payout"
import { Affiliate } from "./terms"

/** Every affiliate's money, kept the obvious way: a number for each place that a commission's money can be. */
export class Ledger {
  readonly commissions: Commission[] = []
  readonly payouts: Payout[] = []
  private releases = 0

  /** Brings what somebody has of an order to what they are owed for it. */
  owe(
    entry: {
      order: Order
      affiliate: Affiliate
      level: number
      kind: Commission["kind"]
      holdDays: number
      flagged: boolean
      payable: boolean
    },
    owed: Fraction
  ): void {
    const { order, affiliate, level, kind, holdDays, flagged, payable } = entry
    let commission = this.commissions.find(
      (one) =>
        one.order === order &&
        one.affiliate === affiliate &&
        one.level === level
    )
    if (!commission) {
      if (level > 1 && owed.isZero()) return
      commission = {
        affiliate,
        order,
        level,
        kind,
        currency: order.money.code,
        money: noMoney(),
        original: owed,
        daysLeft: holdDays,
        releasedInTurn: null,
        held: flagged,
        payable,
        id: null,
      }
      this.commissions.push(commission)
    }
    commission.payable = payable
    this.bring(commission, owed)
  }

  /** Those who are no longer credited for an order give back what they have of it. */
  takeBackFromOthers(
    order: Order,
    credited: { affiliate: Affiliate; level: number }[]
  ): void {
    for (const commission of this.commissions) {
      const stays = credited.some(
        ({ affiliate, level }) =>
          affiliate === commission.affiliate && level === commission.level
      )
      if (commission.order !== order || stays) continue
      commission.payable = false
      this.bring(commission, NONE)
    }
  }

  private bring(commission: Commission, owed: Fraction): void {
    const { money } = commission
    const difference = owed.minus(amountOf(commission))
    if (commission.releasedInTurn === null)
      money.pending = money.pending.plus(difference)
    else if (difference.compare(NONE) > 0) {
      // More of what was released waits, as the release would have, until the order is paid.
      if (commission.payable) money.available = money.available.plus(difference)
    } else this.takeBack(commission, difference.negated())
  }

  /** From what is available, then from payouts that wait, the oldest first; the rest is a debt. */
  private takeBack(commission: Commission, amount: Fraction): void {
    const { money } = commission
    let rest = amount
    const fromAvailable = rest.min(money.available.max(NONE))
    money.available = money.available.minus(fromAvailable)
    rest = rest.minus(fromAvailable)
    for (const payout of this.payouts) {
      if (payout.status !== "pending") continue
      const part = payout.parts.find((one) => one.commission === commission)
      const taken = rest.min((part?.amount ?? NONE).max(NONE))
      if (!part || taken.isZero()) continue
      rest = rest.minus(taken)
      if (worthOf(payout).compare(taken) > 0) {
        part.amount = part.amount.minus(taken)
        money.requested = money.requested.minus(taken)
      } else {
        this.cancelPayout(payout)
        money.available = money.available.minus(taken)
      }
    }
    money.available = money.available.minus(rest)
  }

  /** Everything whose time has come, of orders that are paid and that nobody holds. Answers how many. */
  release(): number {
    const due = this.commissions.filter(
      (one) =>
        one.releasedInTurn === null &&
        !amountOf(one).isZero() &&
        one.payable &&
        !one.held &&
        one.daysLeft <= 0
    )
    this.releases++
    for (const commission of due) {
      commission.releasedInTurn = this.releases
      move(commission, "pending", "available", commission.money.pending)
    }
    return due.length
  }

  daysPass(days: number): void {
    for (const commission of this.commissions) commission.daysLeft -= days
  }

  giveByHand(
    id: string,
    affiliate: Affiliate,
    currency: string,
    amount: Fraction
  ): void {
    this.releases++
    this.commissions.push({
      affiliate,
      order: null,
      level: 1,
      kind: "adjustment",
      currency,
      money: { ...noMoney(), available: amount },
      original: amount,
      daysLeft: 0,
      releasedInTurn: this.releases,
      held: false,
      payable: true,
      id,
    })
  }

  balance(affiliate: Affiliate, currency: string, account: Account): Fraction {
    return Fraction.sum(
      this.commissions
        .filter(
          (one) => one.affiliate === affiliate && one.currency === currency
        )
        .map(({ money }) => money[account])
    )
  }

  /** To the account that is on file now. */
  requestPayout(
    id: string,
    affiliate: Affiliate,
    currency: string,
    amount: Fraction | null
  ): Payout {
    const payout: Payout = {
      id,
      affiliate,
      currency,
      status: "pending",
      account: affiliate.account!,
      attempt: 1,
      parts: [],
    }
    this.payouts.push(payout)
    this.setAside(
      payout,
      amount ?? this.balance(affiliate, currency, "available")
    )
    return payout
  }

  private setAside(payout: Payout, amount: Fraction): void {
    const { affiliate, currency } = payout
    const mine = this.commissions.filter(
      (one) => one.affiliate === affiliate && one.currency === currency
    )
    payout.parts = fill(mine, amount)
    for (const part of payout.parts)
      move(part.commission, "available", "requested", part.amount)
  }

  cancelPayout(payout: Payout): void {
    this.giveBack(payout, "canceled")
  }

  /** It was certainly not sent. */
  failPayout(payout: Payout): void {
    this.giveBack(payout, "failed")
  }

  private giveBack(payout: Payout, status: "canceled" | "failed"): void {
    payout.status = status
    for (const part of payout.parts)
      move(part.commission, "requested", "available", part.amount)
  }

  payPayout(payout: Payout): void {
    payout.status = "paid"
    for (const part of payout.parts)
      move(part.commission, "requested", "paid", part.amount)
  }

  /**
   * So much has come back of a payout that was paid; of all of it nothing is left.
   *
   * @param total in all so far: a figure that is not more than the last one is an old one
   */
  bringBack(payout: Payout, total: Fraction, digits: number): void {
    const more = total.min(worthOf(payout)).minus(returnedOf(payout))
    if (more.compare(NONE) <= 0) return
    for (const [part, amount] of spread(payout.parts, more, digits)) {
      part.returned = part.returned.plus(amount)
      move(part.commission, "paid", "available", amount)
    }
    if (returnedOf(payout).equals(worthOf(payout))) payout.status = "failed"
  }

  /** What had failed is tried anew: the same amount, of what is available by now, to the account that is on file by now. */
  retryPayout(payout: Payout): void {
    payout.status = "processing"
    payout.attempt++
    payout.account = payout.affiliate.account!
    this.setAside(payout, worthOf(payout))
  }
}

function move(
  { money }: Commission,
  from: Account,
  to: Account,
  amount: Fraction
): void {
  money[from] = money[from].minus(amount)
  money[to] = money[to].plus(amount)
}
