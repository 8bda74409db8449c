import { ok, type Store } from "../harness"

/** A batch as it is answered, as far as tests read it. */
export type BatchAnswer = {
  id: string
  display_id: number
  status: string
  item_count: number
  amount: number
  totals: { provider: string; count: number; amount: number }[]
  progress: Record<string, number>
  due: { affiliate_id: string; amount: number; provider: string }[]
  not_due: { affiliate_id: string; reason: string; message: string }[]
}

/** What `POST /admin/affiliate-payout-batches` takes. */
export type BatchBody = {
  program_id?: string
  currency_code?: string
  provider?: string
  dry_run?: boolean
}

const PATH = "/admin/affiliate-payout-batches"

export const makeBatch = async (
  { admin }: Pick<Store, "admin">,
  body: BatchBody
): Promise<BatchAnswer> =>
  ok(await admin.post(PATH, { currency_code: "usd", ...body })).payout_batch

export const readBatch = async (
  { admin }: Pick<Store, "admin">,
  id: string
): Promise<BatchAnswer> => ok(await admin.get(`${PATH}/${id}`)).payout_batch

export const actOnBatch = (
  { admin }: Pick<Store, "admin">,
  id: string,
  action: "approve" | "cancel" | "resume"
) => admin.post(`${PATH}/${id}/${action}`)

/** An item as it is answered, as far as tests read it. */
export type BatchItemAnswer = {
  id: string
  affiliate_id: string
  amount: number
  status: string
  reason: string | null
  payout: { id: string; status: string; amount: number } | null
}

/** Who is in a batch, by affiliate. */
export async function itemsOf(
  { admin }: Pick<Store, "admin">,
  id: string
): Promise<Record<string, BatchItemAnswer>> {
  const { payout_batch_items } = ok(
    await admin.get(`${PATH}/${id}/items`, { limit: 1000 })
  )
  return Object.fromEntries(
    payout_batch_items.map((item: BatchItemAnswer) => [item.affiliate_id, item])
  )
}
