import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import { OrderEntitlement } from "../../../modules/affiliate/domain/entitlement"
import { entitlementTrace } from "../../../modules/affiliate/domain/entitlement-trace"
import { sum } from "../../../modules/affiliate/domain/money"
import { OrderSnapshot } from "../../../modules/affiliate/domain/order-snapshot"
import { Rule } from "../../../modules/affiliate/domain/rules/rule"
import { TraceStep } from "../../../modules/affiliate/domain/trace"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { withAttributes } from "../../orders/snapshot/attributes"
import { readSnapshots } from "../../orders/snapshot/read"
import { AddRuleStepInput } from "./add-rule"

export interface PreviewRuleStepInput {
  rule: AddRuleStepInput
  order_id: string
  /** The rule that it would be the next version of; without, it would be a new one. */
  rule_id?: string
}

/** What an order owes. Amounts in major units. */
export interface PricedOrder {
  base_total: number
  commission_total: number
  commissions: { affiliate_id: string; level: number; amount: number }[]
  /** Of the first level. */
  lines: {
    order_line_id: string
    title: string
    quantity: number
    base: number
    amount: number
    excluded: boolean
    /** `null` = by the pinned terms. */
    rule: { id: string; name: string; version: number } | null
  }[]
  trace: TraceStep[]
}

export interface RulePreviewAnswer {
  order_id: string
  currency_code: string
  preview: PricedOrder
  current: PricedOrder
}

const named = (rule: Rule | null) =>
  rule && { id: rule.rule_id, name: rule.name, version: rule.version }

const priced = (
  order: OrderSnapshot,
  entitlement: OrderEntitlement
): PricedOrder => {
  const { base_total, entitlements, ruled_lines } = entitlement
  const first = entitlements.find(({ level }) => level === 1)
  return {
    base_total: base_total.toNumber(),
    commission_total: sum(entitlements.map(({ amount }) => amount)).toNumber(),
    commissions: entitlements.map(({ affiliate_id, level, amount }) => ({
      affiliate_id,
      level,
      amount: amount.toNumber(),
    })),
    lines: (first?.lines ?? []).map((line, index) => {
      const by = ruled_lines[index]?.by
      return {
        order_line_id: line.order_line_id,
        title: line.title,
        quantity: line.quantity.toNumber(),
        base: line.base.toNumber(),
        amount: line.amount.toNumber(),
        excluded: Boolean(by?.excluded_by),
        rule: named(by?.excluded_by ?? by?.rule ?? null),
      }
    }),
    trace: entitlementTrace(order, entitlement),
  }
}

/** Prices an order by a rule that is not published, and as it is. Reads only. */
export const previewRuleStep = createStep(
  "affiliate-preview-rule",
  async (
    { rule, order_id, rule_id }: PreviewRuleStepInput,
    { container }
  ): Promise<StepResponse<RulePreviewAnswer>> => {
    const service: AffiliateModuleService = container.resolve(AFFILIATE_MODULE)
    const facts = await service.listOrderFacts([order_id])
    const [found] = facts.length ? await readSnapshots(container, facts) : []
    if (!found) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Order with id ${order_id} was not found`
      )
    }
    const order = await withAttributes(container, found)
    const { program_id, ...fields } = rule
    const { preview, current } = await service.previewRule(order, {
      program_id,
      fields,
      replaces: rule_id ?? null,
    })
    return new StepResponse({
      order_id,
      currency_code: order.currency_code,
      preview: priced(order, preview),
      current: priced(order, current),
    })
  }
)
