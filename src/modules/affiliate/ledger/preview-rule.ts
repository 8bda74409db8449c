import { entitlementsOf, OrderEntitlement } from "../domain/entitlement"
import { OrderSnapshot } from "../domain/order-snapshot"
import { periodClaimsOf } from "../domain/rules/period-claims"
import { Rule, Rulebook } from "../domain/rules/rule"
import { PinnedTerms } from "../domain/terms"
import { foreseeGrants } from "./grants"
import { orderValues, readRulebook } from "./pin-rules"
import { Trx } from "./transaction"

/** What an order owes as it is, and what it would owe with another rule. */
export interface RulePreview {
  current: OrderEntitlement
  preview: OrderEntitlement
}

/**
 * Prices an order by a rule that is not published, beside the rules it is
 * pinned with. Writes nothing.
 *
 * @param draft counts as in force, whatever its times say; with the `rule_id` of a published rule it stands in for that
 */
export const previewRule = async (
  trx: Trx,
  order: OrderSnapshot,
  { affiliate_id, terms }: { affiliate_id: string; terms: PinnedTerms },
  draft: Rule
): Promise<RulePreview> => {
  const priced = async (book: Rulebook): Promise<OrderEntitlement> =>
    entitlementsOf(
      order,
      affiliate_id,
      terms,
      book,
      await foreseeGrants(
        trx,
        order,
        affiliate_id,
        periodClaimsOf(order, terms, book)
      )
    )
  const pinned = await readRulebook(trx, terms)
  const values = await orderValues(trx, order, {
    affiliate_id,
    tier_id: terms.tier_id,
  })
  return {
    current: await priced(pinned),
    preview: await priced({
      rules: [
        ...pinned.rules.filter(({ rule_id }) => rule_id !== draft.rule_id),
        draft,
      ],
      order: { ...values, ...pinned.order },
      lines: { ...order.attributes?.lines, ...pinned.lines },
    }),
  }
}
