import { Fraction, NONE, WHOLE } from "../../support/fraction"

/** How a currency is written, and taxed, in the shop. */
export interface Money {
  code: string
  digits: number
  taxPercent: number
  /** Whether the shop's prices have the tax in them. */
  taxIncluded: boolean
}

/** Some units of one thing on an order. */
export interface Line {
  id: string
  title: string
  /** Price of one, without tax. */
  unit: Fraction
  quantity: number
  /** Taken off the whole line, without tax; stays the same amount when the quantity is edited. */
  discount: Fraction
  fulfilled: number
  /** On their way back. */
  requested: number
  /** Sent back and booked in, sound or damaged. */
  back: number
  /** Came to replace damaged goods of another line: neither earned nor lost. */
  replaces: Replacement | null
}

/** Damaged goods that a claim replaces. */
export interface Replacement {
  damaged: Line
  /** Units of the damaged goods that were booked in. */
  received: number
}

/** A return, an exchange or a claim that waits for its goods. */
export interface Incoming {
  /** Some of it was booked in: it can no longer be called off. */
  begun: boolean
  kind: "return" | "exchange" | "claim"
  returnId: string
  /** Of the exchange or the claim. */
  id: string
  line: Line
  quantity: number
  /** Lines that came with it, gone again if it is called off. */
  added: Line[]
  replacement: Replacement | null
}

/** An order of the shop as whoever watches from outside would write it down. */
export class Order {
  readonly lines: Line[] = []
  incoming: Incoming | null = null
  canceled = false
  /** Money taken less money given back. */
  paid = NONE
  /** Given back although nothing came back, and nothing was owed. */
  goodwill = NONE
  /** The payment that the order was placed with, while it is not taken. */
  authorized: { id: string; amount: Fraction } | null = null
  /** Payments that were taken, with what can still be given back of each. */
  readonly payments: { id: string; left: Fraction }[] = []

  constructor(
    readonly id: string,
    readonly name: string,
    readonly money: Money,
    /** Without tax. */
    readonly delivery: Fraction
  ) {}

  withTax(net: Fraction): Fraction {
    const rate = Fraction.of(this.money.taxPercent).dividedBy(Fraction.of(100))
    return net.times(WHOLE.plus(rate))
  }

  /** So many units of a line after its discount, without tax. */
  net(line: Line, units: number): Fraction {
    if (line.quantity === 0) return NONE
    const each = line.unit.minus(
      line.discount.dividedBy(Fraction.of(line.quantity))
    )
    return each.times(Fraction.of(units))
  }

  /** The lines that were sold, each with the units the shopper keeps of them or had replaced. */
  sold(): { line: Line; kept: number }[] {
    return this.lines
      .filter(({ replaces }) => replaces === null)
      .map((line) => ({
        line,
        kept: line.quantity - line.back + this.replacedUnits(line),
      }))
  }

  /** Damaged units booked in, less the replacements that came back too. */
  private replacedUnits(line: Line): number {
    const claims = new Map<Replacement, number>()
    for (const { replaces, back } of this.lines) {
      if (replaces?.damaged === line)
        claims.set(replaces, (claims.get(replaces) ?? 0) + back)
    }
    return [...claims].reduce(
      (sum, [{ received }, sentBack]) => sum + Math.max(0, received - sentBack),
      0
    )
  }

  /** What the order is worth with everything that was replaced as it was sold, before goodwill refunds. */
  worth(): Fraction {
    const goods = this.sold().map(({ line, kept }) => this.net(line, kept))
    return this.withTax(Fraction.sum(goods).plus(this.delivery))
  }

  /** What Medusa says the order comes to now. */
  medusaTotal(): Fraction {
    const goods = this.lines.map((line) =>
      this.net(line, line.quantity - line.back)
    )
    return this.withTax(Fraction.sum(goods).plus(this.delivery)).minus(
      this.goodwill
    )
  }

  /** What Medusa says is still to be paid; negative for what is to be given back. Goods on their way count as back. */
  pending(): Fraction {
    const onTheirWay = Fraction.sum(
      this.lines.map((line) => this.net(line, line.requested))
    )
    return this.medusaTotal().minus(this.withTax(onTheirWay)).minus(this.paid)
  }

  /** What the shop owes the shopper. Medusa takes a coin's worth for nothing. */
  owedBack(): Fraction {
    const owed = this.pending().negated()
    return owed.compare(this.coin()) > 0 ? owed : NONE
  }

  /** The smallest amount there is in its currency. */
  coin(): Fraction {
    return WHOLE.dividedBy(Fraction.of(10 ** this.money.digits))
  }

  /**
   * Goods were added, taken off, or sent back, and both sides agreed to it. While there is something to pay, a payment
   * that was not taken yet no longer fits: Medusa cancels it and waits for another.
   */
  agreed(): void {
    if (this.pending().compare(NONE) > 0) this.authorized = null
  }

  /** Nothing that a coin of the currency could pay is open, not counting replacements. */
  isPaid(): boolean {
    const open = this.worth().minus(this.goodwill).minus(this.paid)
    return !this.canceled && open.rounded(this.money.digits).compare(NONE) <= 0
  }
}
