import { Fraction, NONE } from "../../support/fraction"
import { claimsOf } from "./owed"
import { Rule } from "./rules"
import { Affiliate } from "./terms"
import { Judged } from "./verdict"

/** What the store says an order was granted of a rule's cap that orders share. */
export interface Told {
  orderId: string
  ruleId: string
  affiliateId: string
  earned: Fraction
  granted: Fraction
}

interface Grant {
  judged: Judged
  affiliate: Affiliate
  /** The version whose cap it is; `null` = no line falls under the rule any more. */
  rule: Rule | null
  earned: Fraction
  granted: Fraction
  /** The most that it ever earned. */
  most: Fraction
}

/**
 * Caps that the orders of an affiliate share. Who comes first is served first, and with events lost and mixed up nobody
 * can tell from outside who that was. So what was granted is taken from the store, and held against what is promised:
 * together never more than the cap; to each no more than it earns, and all of that where there is plenty; and what an
 * order was granted stays while it earns the same.
 */
export class Grants {
  private readonly held = new Map<string, Grant[]>()

  /** What an order may keep of what a rule's lines earn. */
  of({ order, verdict }: Judged, rule: Rule): Fraction {
    const grant = this.ofRule(rule.id).find(
      (one) => one.judged.order === order && one.affiliate === verdict.affiliate
    )
    return grant?.granted ?? NONE
  }

  /** @throws when a promise is broken */
  learn(told: Told[], judged: Judged[]): void {
    const rows = [...told]
    const asked: Grant[] = []
    for (const one of judged) {
      const { affiliate, terms } = one.verdict
      if (!affiliate || !terms) continue
      for (const { rule, earned } of claimsOf(one.order, terms)) {
        const at = rows.findIndex(
          (row) =>
            row.orderId === one.order.id &&
            row.ruleId === rule.id &&
            row.affiliateId === affiliate.id
        )
        const [row] = at < 0 ? [] : rows.splice(at, 1)
        this.expect(
          earned.equals(row?.earned ?? NONE),
          `${one.order.name} earns ${earned} by ${rule.name}, the store says ${row?.earned}`
        )
        const granted = row?.granted ?? NONE
        const now = { judged: one, affiliate, rule, earned, granted }
        asked.push(...this.take({ ...now, most: earned }))
      }
    }
    rows.forEach((row) => this.free(row))
    // Whoever came first, nobody can have had more than what they earned at most.
    asked.forEach((grant) => this.expectPlentyIsGiven(grant))
    for (const grants of this.held.values())
      grants.forEach((grant) => this.expectWithinCap(grant))
  }

  /** Answers the grant when the order had to ask anew. */
  private take(now: Grant): Grant[] {
    const grants = this.ofRule(now.rule!.id)
    const before = grants.find(
      (one) => one.judged === now.judged && one.affiliate === now.affiliate
    )
    const { judged, rule, earned, granted } = now
    const what = `${judged.order.name}, which earns ${earned} by ${rule!.name}`
    this.expect(
      granted.compare(NONE) >= 0 && granted.compare(earned) <= 0,
      `${what}, was granted ${granted}`
    )
    now.most = earned.max(before?.most ?? NONE)
    if (before) grants.splice(grants.indexOf(before), 1)
    grants.push(now)
    // A later version may allow less than what there was.
    const stays =
      before !== undefined &&
      before.earned.equals(earned) &&
      before.granted.compare(this.capOf(now)) <= 0
    if (!stays) return [now]
    this.expect(
      before.granted.equals(granted),
      `${what} as before, had ${before.granted} and has ${granted}`
    )
    return []
  }

  private free(row: Told): void {
    this.expect(
      row.earned.isZero() && row.granted.isZero(),
      `${row.orderId} has ${row.granted} of ${row.ruleId}, which has nothing to do with it`
    )
    const grant = this.ofRule(row.ruleId).find(
      (one) =>
        one.judged.order.id === row.orderId &&
        one.affiliate.id === row.affiliateId
    )
    if (grant) Object.assign(grant, { rule: null, earned: NONE, granted: NONE })
  }

  private expectPlentyIsGiven(grant: Grant): void {
    const { judged, rule, earned, granted } = grant
    if (rule === null) return
    const others = this.sharing(grant).filter((one) => one !== grant)
    const taken = Fraction.sum(others.map(({ most }) => most))
    const cap = this.capOf(grant)
    this.expect(
      cap.compare(taken.plus(earned)) < 0 || granted.equals(earned),
      `${judged.order.name}, which earns ${earned} by ${rule.name}, was granted ${granted}, though others have ${taken} of ${cap} at most`
    )
  }

  private expectWithinCap(grant: Grant): void {
    if (grant.granted.isZero()) return
    const sharing = this.sharing(grant)
    const granted = Fraction.sum(sharing.map((one) => one.granted))
    // Under an earlier version there may have been more, or less.
    const cap = sharing
      .filter((one) => !one.granted.isZero())
      .map((one) => this.capOf(one))
      .reduce((most, one) => most.max(one), NONE)
    this.expect(
      granted.compare(cap) <= 0,
      `${grant.affiliate.name} was granted ${granted} of a cap of ${cap} by ${grant.rule!.name}`
    )
  }

  /** Those who have their part of the same cap. */
  private sharing({ rule, judged, affiliate }: Grant): Grant[] {
    return this.ofRule(rule!.id).filter(
      (one) =>
        one.affiliate === affiliate &&
        one.judged.order.money === judged.order.money
    )
  }

  private capOf({ rule, judged }: Grant): Fraction {
    return Fraction.of(rule?.capInAll[judged.order.money.code] ?? 0)
  }

  private ofRule(ruleId: string): Grant[] {
    const grants = this.held.get(ruleId) ?? []
    this.held.set(ruleId, grants)
    return grants
  }

  private expect(kept: boolean, broken: string): void {
    if (!kept) throw new Error(`a cap is not kept: ${broken}`)
  }
}
