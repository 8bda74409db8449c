import { Grants } from "./grants"
import { Ledger } from "./ledger"
import { Order } from "./order"
import { owed } from "./owed"
import { Affiliate, Terms } from "./terms"
import { Buyer, Judged, Placement, saleOf, verdictOn, wordOn } from "./verdict"

/**
 * What the affiliate program should come to, reckoned the obvious way from what was done to the shop. It knows nothing
 * of the plugin, and shares no code with it.
 */
export class Model {
  readonly judged: Judged[] = []
  readonly ledger = new Ledger()
  readonly grants = new Grants()
  /** Orders to which something was done that the plugin may not have heard of yet. */
  private readonly touched = new Set<Judged>()
  private known = 0

  /** Orders that the plugin may not have heard of at all yet. */
  get unheard(): number {
    return this.judged.length - this.known
  }

  placed(order: Order, placement: Placement): Judged {
    // The buyer as they are now: an account made later changes nothing of this order.
    const buyer: Buyer = { ...placement.buyer }
    const now = { ...placement, buyer }
    const sale = saleOf(now, order.money.code, this.judged)
    const verdict = verdictOn(now, sale, this.judged)
    const judged = { order, placement: now, sale, verdict }
    this.judged.push(judged)
    this.touched.add(judged)
    return judged
  }

  changed(judged: Judged): void {
    this.touched.add(judged)
  }

  attribute(judged: Judged, affiliate: Affiliate | null): void {
    judged.verdict = wordOn(affiliate, judged)
    this.touched.add(judged)
  }

  /** Everything that was done is known: the ledger follows the orders. Answers those to which something was done. */
  settle(): Judged[] {
    const touched = [...this.touched]
    touched.forEach((judged) => this.follow(judged))
    this.touched.clear()
    this.known = this.judged.length
    return touched
  }

  /** What each level is owed for an order as it stands. */
  owed(judged: Judged, terms: Terms): ReturnType<typeof owed> {
    return owed(judged.order, terms, (rule) => this.grants.of(judged, rule))
  }

  private follow(judged: Judged): void {
    const { order, verdict } = judged
    const { affiliate, terms, source, flagged } = verdict
    const payable = order.isPaid()
    if (!affiliate || !terms) {
      this.ledger.takeBackFromOthers(order, [])
      return
    }
    const { first, upper } = this.owed(judged, terms)
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
