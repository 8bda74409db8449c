import { eventually } from "../../integration-tests/harness/eventually"
import { ok, type Shop } from "../../integration-tests/harness/shop"

/** How long subscribers may take to bring the books up to date on a busy machine, in milliseconds. */
export const CATCH_UP_MS_MAX = 30_000

type Merchant = Pick<Shop, "admin">

/** The verdict on an order, as far as the demo reads it. */
export type Verdict = {
  outcome: string
  reason: string
  source: string | null
  affiliate_id: string | null
  base_total: number
  commission_total: number
  paid: boolean
  reconciled_at: string
  commissions: {
    id: string
    affiliate_id: string
    level: number
    kind: string
    amount: number
    status: string
    lines: { title: string; amount: number }[]
    entries: { account: string; amount: number; type: string }[]
  }[]
}

/** The verdict on an order; undefined while nobody judged it. */
export async function readVerdict(
  { admin }: Merchant,
  orderId: string
): Promise<Verdict | undefined> {
  const answer = await admin.get(`/admin/affiliate-orders/${orderId}`)
  return answer.status === 404 ? undefined : ok(answer).affiliate_order
}

/** Waits until an order is judged. */
export function untilJudged(
  merchant: Merchant,
  orderId: string,
  isReady: (verdict: Verdict) => boolean = () => true
): Promise<Verdict> {
  return eventually(
    async () => {
      const verdict = await readVerdict(merchant, orderId)
      if (!verdict || !isReady(verdict))
        throw new Error(`order ${orderId} was not judged in time`)
      return verdict
    },
    { timeoutMs: CATCH_UP_MS_MAX }
  )
}

/** Waits until the books know that an order is paid, so that its commissions can be released. */
export const untilPaid = (merchant: Merchant, orderId: string) =>
  untilJudged(merchant, orderId, ({ paid }) => paid)
