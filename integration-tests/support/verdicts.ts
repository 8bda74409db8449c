import { eventually, ok, type Store } from "../harness"
import { affiliateService } from "./affiliates"
import type { Merchant } from "./programs"

export type CommissionAnswer = {
  id: string
  affiliate_id: string
  level: number
  kind: string
  amount: number
  original_amount: number
  currency_code: string
  status: string
  held: boolean
  hold_source: string | null
  payable: boolean
  available_at: string
  released_at: string | null
  lines: { title: string; quantity: number; base: number; amount: number }[]
  entries: {
    account: string
    amount: number
    type: string
    payout_id: string | null
    source_key: string
  }[]
}

export type TraceAnswer = {
  step: string
  looked_at: string
  found: string
  followed: string
  facts: { kind: string } & Record<string, unknown>
}

export type VerdictAnswer = {
  order_id: string
  outcome: string
  reason: string
  affiliate_id: string | null
  affiliate: { id: string; name: string; email: string } | null
  source: string | null
  currency_code: string
  base_total: number
  commission_total: number
  canceled: boolean
  paid: boolean
  flagged: boolean
  note: string | null
  terms: Record<string, unknown> | null
  trace: TraceAnswer[]
  attribution: { affiliate_id: string; ends_at: string | null } | null
  commissions: CommissionAnswer[]
}

/** The verdict on an order as the merchant sees it. */
export async function readVerdict(
  { admin }: Merchant,
  orderId: string
): Promise<VerdictAnswer> {
  return ok(await admin.get(`/admin/affiliate-orders/${orderId}`))
    .affiliate_order
}

/**
 * Waits until the ledger follows everything that has happened to an order so
 * far, and answers the verdict.
 */
export async function untilReconciled(
  store: Store,
  orderId: string
): Promise<VerdictAnswer> {
  await eventually(async () => {
    const [facts] = await affiliateService(store).listOrderFacts([orderId])
    expect(facts?.reconciled_stamp).toBe(facts?.stamp)
  })
  return await readVerdict(store, orderId)
}

/** What an order earns the credited affiliate, as the worked examples state it. */
export function figuresOf(verdict: VerdictAnswer) {
  const [first] = verdict.commissions
  return {
    base: verdict.base_total,
    commission: first?.amount,
    status: first?.status,
    lines: first && linesOf(first),
  }
}

/** Commission by the title of the order line. */
export function linesOf(commission: CommissionAnswer): Record<string, number> {
  return Object.fromEntries(
    commission.lines.map(({ title, amount }) => [title, amount])
  )
}

/** Expects that every check of the audit holds, for all orders. */
export async function expectHealthy({ admin }: Merchant): Promise<void> {
  await eventually(async () => {
    const { checks } = ok(
      await admin.get<{ checks: { ok: boolean }[] }>(
        "/admin/affiliate-health",
        { deep: true }
      )
    )
    expect(checks.filter((check) => !check.ok)).toEqual([])
  })
}
