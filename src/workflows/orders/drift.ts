import { MedusaContainer } from "@medusajs/framework/types"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import { entitlementsOf } from "../../modules/affiliate/domain/entitlement"
import { toAmount } from "../../modules/affiliate/domain/money"
import { OrderSnapshot } from "../../modules/affiliate/domain/order-snapshot"
import { PinnedTerms } from "../../modules/affiliate/domain/terms"
import AffiliateModuleService from "../../modules/affiliate/service"
import { AuditCheck, StoredResult } from "../../modules/affiliate/sql/audit"
import { readSnapshots } from "./snapshot/read"

const PAGE = 100
const SAMPLE_MAX = 10

/** Whether a reconcile of the order would post something. */
const drifts = (stored: StoredResult, order: OrderSnapshot): boolean => {
  const owed = new Map<string, string>()
  if (stored.affiliate_id && stored.terms) {
    const { entitlements } = entitlementsOf(
      order,
      stored.affiliate_id,
      stored.terms as PinnedTerms
    )
    entitlements.forEach(({ affiliate_id, level, amount }) =>
      owed.set(`${affiliate_id}/${level}`, amount.toFixed())
    )
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
    for (const stored of page) {
      const order = orders.get(stored.order_id)
      // What changed this moment is the business of the reconcile under way.
      if (order?.stamp === stored.order_stamp && drifts(stored, order)) {
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
