import { eventually, ok, type Json, type Store } from "../harness"
import type { PayoutNotice } from "../../src/providers/types"
import { deliver, payoutTo } from "./sandbox"

/** What the merchant and the sandbox do with payouts in a store that pays out through it. */
export function payoutDesk(store: Store) {
  const act = (id: string, action: string, body = {}) =>
    store.admin.post(`/admin/affiliate-payouts/${id}/${action}`, body)

  const read = async (id: string) =>
    ok(await store.admin.get(`/admin/affiliate-payouts/${id}`)).payout

  const stored = async ({
    event_id,
  }: PayoutNotice): Promise<Json | undefined> =>
    ok(await store.admin.get("/admin/affiliate-payout-notices", { event_id }))
      .affiliate_payout_notices[0]

  /** Delivers a notice, and waits until it is done with. */
  const say = async (said: PayoutNotice): Promise<Json> => {
    const answer = await deliver(store, said)
    expect(answer).toEqual({ status: 200, body: { received: true } })
    return eventually(async () => {
      const row = await stored(said)
      expect(row!.state).not.toBe("received")
      return row!
    })
  }

  /** A payout under way at the service, which has not said yet what became of it. */
  const underWay = async (amounts?: number[]) => {
    const made = await payoutTo(store, "slow", amounts)
    ok(await act(made.id, "process"))
    return { ...made, key: `${made.id}-1` }
  }

  return { act, read, stored, say, underWay }
}
