import { Fraction } from "../support/fraction"
import { ACCOUNTS, amountOf, Commission, statusOf } from "./model/commission"
import { returnedOf, worthOf } from "./model/payout"
import { Model } from "./model/model"
import { Judged } from "./model/verdict"
import { World } from "./world/world"

/** Everything there is to say of a world's orders and money, by names that the model and the store share. */
export interface Picture {
  orders: Record<string, unknown>
  commissions: Record<string, unknown>
  payouts: Record<string, unknown>
  balances: Record<string, string[]>
}

/** Bases have as many decimals as prices, discounts and taxes leave; these are far less than a coin. */
export const BASE_DECIMALS = 6

/** What the model says. */
export function modelled({ model, partners }: World): Picture {
  const { commissions, payouts } = model.ledger
  const balances: Picture["balances"] = {}
  for (const { affiliate } of partners) {
    for (const currency of ["usd", "eur", "jpy", "kwd"]) {
      const money = ACCOUNTS.map((account) =>
        model.ledger.balance(affiliate, currency, account)
      )
      if (money.some((amount) => !amount.isZero())) {
        balances[`${affiliate.name} ${currency}`] = money.map((amount) =>
          amount.toDecimal()
        )
      }
    }
  }
  return {
    balances,
    orders: Object.fromEntries(
      model.judged.map((judged) => [
        judged.order.name,
        verdictOf(
          model,
          judged,
          commissions.filter(({ order }) => order === judged.order)
        ),
      ])
    ),
    commissions: Object.fromEntries(
      commissions.map((one) => [
        nameOf(one),
        {
          kind: one.kind,
          amount: amountOf(one).toDecimal(),
          original: one.original.toDecimal(),
          status: statusOf(one),
          held: one.held,
          payable: one.payable,
          released: one.releasedInTurn !== null,
          money: ACCOUNTS.map((account) => one.money[account].toDecimal()),
        },
      ])
    ),
    payouts: Object.fromEntries(
      payouts.map((payout) => [
        payout.id,
        {
          affiliate: payout.affiliate.name,
          currency: payout.currency,
          status: payout.status,
          attempt: payout.attempt,
          amount: worthOf(payout).toDecimal(),
          returned: returnedOf(payout).toDecimal(),
          parts: payout.parts
            .filter(({ amount }) => !amount.isZero())
            .map(
              ({ commission, amount, returned }) =>
                `${nameOf(commission)}: ${amount}, of which came back ${returned}`
            )
            .sort(),
        },
      ])
    ),
  }
}

function verdictOf(model: Model, judged: Judged, commissions: Commission[]) {
  const { order, verdict } = judged
  const owes = verdict.terms && model.owed(judged, verdict.terms)
  return {
    outcome: verdict.affiliate ? "attributed" : "none",
    affiliate: verdict.affiliate?.name ?? null,
    source: verdict.source,
    reason: verdict.reason,
    flagged: verdict.flagged,
    canceled: order.canceled,
    paid: order.isPaid(),
    base: owes ? owes.base.toDecimal(BASE_DECIMALS) : "0",
    commission: Fraction.sum(commissions.map(amountOf)).toDecimal(),
  }
}

export function nameOf({ order, affiliate, level, id }: Commission): string {
  return order
    ? `${order.name} ${affiliate.name} level ${level}`
    : `by hand ${id}`
}
