import { eventually, ok, type Store } from "../harness"
import {
  linesOf,
  readVerdict,
  type Merchant,
  type VerdictAnswer,
} from "../harness/affiliates"
import { affiliateService } from "./affiliates"

export {
  linesOf,
  readVerdict,
  type CommissionAnswer,
  type TraceAnswer,
  type VerdictAnswer,
} from "../harness/affiliates/verdicts"

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

/** Waits until the ledger follows everything that has happened to any order so far. */
export async function untilAllReconciled(store: Store): Promise<void> {
  const all = { after: "", limit: 1, window_days: null }
  await eventually(async () => {
    expect(await affiliateService(store).listOrdersToReconcile(all)).toEqual([])
  })
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
