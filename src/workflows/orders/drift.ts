import { MedusaContainer } from "@medusajs/framework/types"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import { entitlementsOf } from "../../modules/affiliate/domain/entitlement"
import { Amount, toAmount } from "../../modules/affiliate/domain/money"
import {
  isFullyPaid,
  OrderSnapshot,
} from "../../modules/affiliate/domain/order-snapshot"
import { amountToHold } from "../../modules/affiliate/domain/posting"
import { periodClaimsOf } from "../../modules/affiliate/domain/rules/period-claims"
import { Rule, Rulebook } from "../../modules/affiliate/domain/rules/rule"
import { PinnedTerms } from "../../modules/affiliate/domain/terms"
import AffiliateModuleService from "../../modules/affiliate/service"
import { AuditCheck, StoredResult } from "../../modules/affiliate/sql/audit"
import { readSnapshots } from "./snapshot/read"

const PAGE = 100
const SAMPLE_MAX = 10

const termsOf = ({ terms }: StoredResult): PinnedTerms | null =>
  terms as PinnedTerms | null

/** The rules of many orders, read at once, by the id of the version. */
const readVersions = async (
  service: AffiliateModuleService,
  page: StoredResult[]
): Promise<Map<string, Rule>> => {
  const ids = page.flatMap((stored) => termsOf(stored)?.rules?.versions ?? [])
  const rules = ids.length
    ? await service.listPublishedRules([...new Set(ids)])
    : []
  return new Map(rules.map((rule) => [rule.id, rule]))
}

const bookOf = (terms: PinnedTerms, versions: Map<string, Rule>): Rulebook => ({
  rules: (terms.rules?.versions ?? []).flatMap((id) => versions.get(id) ?? []),
  order: terms.rules?.order ?? {},
  lines: terms.rules?.lines ?? {},
})

/** What the order was granted of each cap; as long as it earns the same it keeps that. */
const grantsOf = (
  { grants, affiliate_id }: StoredResult,
  by: "earned" | "granted"
): Map<string, Amount> =>
  new Map(
    grants
      .filter((grant) => grant.affiliate_id === affiliate_id)
      .map((grant) => [grant.rule_id, toAmount(grant[by])])
  )

/** Whether a reconcile of the order would post something. */
const drifts = (
  stored: StoredResult,
  order: OrderSnapshot,
  versions: Map<string, Rule>
): boolean => {
  const owed = new Map<string, string>()
  const terms = termsOf(stored)
  if (stored.affiliate_id && terms) {
    const book = bookOf(terms, versions)
    const earned = grantsOf(stored, "earned")
    const claims = periodClaimsOf(order, terms, book)
    if (claims.some((claim) => !earned.get(claim.rule_id)?.eq(claim.earned))) {
      return true
    }
    const { entitlements } = entitlementsOf(
      order,
      stored.affiliate_id,
      terms,
      book,
      grantsOf(stored, "granted")
    )
    entitlements.forEach(({ affiliate_id, level, amount }) => {
      const commission = stored.commissions.find(
        (one) => one.affiliate_id === affiliate_id && one.level === level
      )
      const now = commission
        ? amountToHold(
            {
              held: toAmount(commission.amount),
              released: commission.released,
            },
            amount,
            isFullyPaid(order)
          )
        : amount
      owed.set(`${affiliate_id}/${level}`, now.toFixed())
    })
  }
  const held = new Map(
    stored.commissions.map(({ affiliate_id, level, amount }) => [
      `${affiliate_id}/${level}`,
      toAmount(amount).toFixed(),
    ])
  )
  return [...new Set([...owed.keys(), ...held.keys()])].some(
    (key) => (owed.get(key) ?? "0") !== (held.get(key) ?? "0")
  )
}

/**
 * Recomputes what orders owe and compares with what is stored, newest first.
 * Nothing is written.
 *
 * @param orders_max how many orders are recomputed; `null` = all
 */
export const checkDrift = async (
  container: MedusaContainer,
  orders_max: number | null
): Promise<AuditCheck> => {
  const service = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
  const check: AuditCheck = {
    name: "no_reconcile_would_post_anything",
    ok: true,
    checked: 0,
    failures: 0,
    sample: [],
  }
  let before: string | null = null
  for (;;) {
    const limit = Math.min(PAGE, (orders_max ?? Infinity) - check.checked)
    const page: StoredResult[] =
      limit > 0 ? await service.listStoredResults({ before, limit }) : []
    if (!page.length) {
      break
    }
    const facts = await service.listOrderFacts(
      page.map(({ order_id }) => order_id)
    )
    const orders = new Map(
      (await readSnapshots(container, facts)).map((order) => [
        order.order_id,
        order,
      ])
    )
    const versions = await readVersions(service, page)
    for (const stored of page) {
      const order = orders.get(stored.order_id)
      // What changed this moment is the business of the reconcile under way.
      if (
        order?.stamp === stored.order_stamp &&
        drifts(stored, order, versions)
      ) {
        check.failures++
        check.sample.push(stored.order_id)
      }
    }
    check.checked += page.length
    before = page[page.length - 1].order_id
  }
  return {
    ...check,
    ok: check.failures === 0,
    sample: check.sample.slice(0, SAMPLE_MAX),
  }
}
