import { Ledger } from "./ledger"
import { Order } from "./order"
import { Affiliate, owed } from "./terms"
import { Buyer, Judged, Placement, Verdict, verdictOn, wordOn } from "./verdict"

/**
 * What the affiliate program should come to, reckoned the obvious way from what was done to the shop. It knows nothing
 * of the plugin, and shares no code with it.
 */
export class Model {
  readonly judged: Judged[] = []
  readonly ledger = new Ledger()
  /** Orders to which something was done that the plugin may not have heard of yet. */
  private readonly touched = new Set<Judged>()

  placed(order: Order, placement: Placement): Judged {
    // The buyer as they are now: an account made later changes nothing of this order.
    const buyer: Buyer = { ...placement.buyer }
    const verdict = verdictOn(
      { ...placement, buyer },
      order.money.code,
      this.judged
    )
    const judged = { order, placement: { ...placement, buyer }, verdict }
    this.judged.push(judged)
    this.touched.add(judged)
    return judged
  }

  changed(judged: Judged): void {
    this.touched.add(judged)
  }

  attribute(judged: Judged, affiliate: Affiliate | null): void {
    const { order, placement } = judged
    const verdict: Verdict = wordOn(affiliate, placement, order.money.code)
    judged.verdict = verdict
    this.touched.add(judged)
  }

  /** Everything that was done is known: the ledger follows the orders. Answers those to which something was done. */
  settle(): Judged[] {
    const touched = [...this.touched]
    touched.forEach((judged) => this.follow(judged))
    this.touched.clear()
    return touched
  }

  private follow({ order, verdict }: Judged): void {
    const { affiliate, terms, source, flagged } = verdict
    const payable = order.isPaid()
    if (!affiliate || !terms) {
      this.ledger.takeBackFromOthers(order, [])
      return
    }
    const { first, upper } = owed(order, terms)
    const shares = [
      { affiliate, level: 1, amount: first },
      ...terms.upper.map(({ affiliate: parent, level }, index) => ({
        affiliate: parent,
        level,
        amount: upper[index]!,
      })),
    ]
    for (const { amount, ...share } of shares) {
      const kind =
        share.level > 1
          ? "level"
          : source === "attribution"
            ? "trailing"
            : "sale"
      const { holdDays } = terms
      this.ledger.owe(
        { order, ...share, kind, holdDays, flagged, payable },
        amount
      )
    }
    this.ledger.takeBackFromOthers(order, shares)
  }
}
