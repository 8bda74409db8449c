import { eventually } from "../eventually"
import { ok } from "../shop"
import type { Merchant } from "./merchant"

/** How long subscribers may take to bring the books up to date on a busy machine, in milliseconds. */
export const CATCH_UP_MS_MAX = 30_000

/** A commission as the verdict on its order shows it. Amounts in major units. */
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
  lines: {
    order_line_id: string
    title: string
    quantity: number
    base: number
    amount: number
  }[]
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

/** The verdict on an order. Amounts in major units. */
export type VerdictAnswer = {
  order_id: string
  outcome: string
  reason: string
  affiliate_id: string | null
  affiliate: { id: string; name: string; email: string } | null
  source: string | null
  currency_code: string
  base_total: number
  /** Of all levels together. */
  commission_total: number
  canceled: boolean
  paid: boolean
  flagged: boolean
  note: string | null
  /** When the ledger last followed the order. */
  reconciled_at: string
  terms: Record<string, unknown> | null
  trace: TraceAnswer[]
  attribution: { affiliate_id: string; ends_at: string | null } | null
  /** By level, the credited affiliate's first. */
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

/** Waits until an order is judged, and the verdict is one that is waited for. */
export function untilJudged(
  merchant: Merchant,
  orderId: string,
  isReady: (verdict: VerdictAnswer) => boolean = () => true
): Promise<VerdictAnswer> {
  return eventually(
    async () => {
      const verdict = await readVerdict(merchant, orderId)
      if (!isReady(verdict))
        throw new Error(`order ${orderId} was not judged in time`)
      return verdict
    },
    { timeoutMs: CATCH_UP_MS_MAX }
  )
}

/** Waits until the books know that an order is paid, so that its commissions can be released. */
export const untilPaid = (merchant: Merchant, orderId: string) =>
  untilJudged(merchant, orderId, ({ paid }) => paid)

/** Commission by the title of the order line. */
export function linesOf(commission: CommissionAnswer): Record<string, number> {
  return Object.fromEntries(
    commission.lines.map(({ title, amount }) => [title, amount])
  )
}
