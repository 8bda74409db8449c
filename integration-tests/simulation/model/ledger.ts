import { Fraction, NONE } from "../../support/fraction"
import { Account, amountOf, Commission, noMoney } from "./commission"
import { Order } from "./order"
import { Affiliate } from "./terms"

export interface Part {
  commission: Commission
  amount: Fraction
}

export interface Payout {
  id: string
  affiliate: Affiliate
  currency: string
  status: "pending" | "processing" | "paid" | "canceled"
  parts: Part[]
}

export const worthOf = ({ parts }: Payout): Fraction =>
  Fraction.sum(parts.map(({ amount }) => amount))

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

  /** Debts first, so that they are netted, then what was released earliest; the last is split. */
  requestPayout(
    id: string,
    affiliate: Affiliate,
    currency: string,
    amount: Fraction | null
  ): Payout {
    const mine = this.commissions.filter(
      (one) => one.affiliate === affiliate && one.currency === currency
    )
    const sign = (one: Commission): number => one.money.available.compare(NONE)
    const debts = mine.filter((one) => sign(one) < 0)
    const inTurn = mine
      .filter((one) => sign(one) > 0)
      .sort(
        (a, b) =>
          a.releasedInTurn! - b.releasedInTurn! || (a.id! < b.id! ? -1 : 1)
      )
    const parts: Part[] = debts.map((commission) => ({
      commission,
      amount: commission.money.available,
    }))
    let rest = (amount ?? this.balance(affiliate, currency, "available")).minus(
      Fraction.sum(parts.map((part) => part.amount))
    )
    for (const commission of inTurn) {
      const part = rest.min(commission.money.available)
      if (part.compare(NONE) > 0) parts.push({ commission, amount: part })
      rest = rest.minus(part)
    }
    const payout: Payout = { id, affiliate, currency, status: "pending", parts }
    this.payouts.push(payout)
    for (const part of parts)
      move(part.commission, "available", "requested", part.amount)
    return payout
  }

  cancelPayout(payout: Payout): void {
    payout.status = "canceled"
    for (const part of payout.parts)
      move(part.commission, "requested", "available", part.amount)
  }

  payPayout(payout: Payout): void {
    payout.status = "paid"
    for (const part of payout.parts)
      move(part.commission, "requested", "paid", part.amount)
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
