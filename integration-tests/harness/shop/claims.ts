import { ok } from "./api"
import type { Line } from "./checkout"
import { fulfill } from "./fulfillment"
import type { LinePart } from "./returns"
import type { Shop } from "./shop"

type Claim = { claimId: string; returnId: string }

/** Damaged goods are replaced by new ones; the old ones are asked back. */
export async function claimReplacement(
  shop: Shop,
  orderId: string,
  { damaged, out }: { damaged: LinePart[]; out: Line[] }
): Promise<Claim> {
  const claim = await openClaim(shop, orderId, "replace", damaged)
  ok(
    await shop.admin.post(`/admin/claims/${claim.claimId}/outbound/items`, {
      items: out.map(({ ware, quantity = 1 }) => ({
        variant_id: ware.variantId,
        quantity,
      })),
    })
  )
  ok(await shop.admin.post(`/admin/claims/${claim.claimId}/request`))
  return claim
}

/** Damaged goods are paid back; they are asked back too. The money is the merchant's next step: see `refund`. */
export async function claimRefund(
  shop: Shop,
  orderId: string,
  damaged: LinePart[]
): Promise<Claim> {
  const claim = await openClaim(shop, orderId, "refund", damaged)
  ok(await shop.admin.post(`/admin/claims/${claim.claimId}/request`))
  return claim
}

/** Calls a claim off. */
export async function cancelClaim(
  shop: Pick<Shop, "admin">,
  claimId: string
): Promise<void> {
  ok(await shop.admin.post(`/admin/claims/${claimId}/cancel`))
}

async function openClaim(
  shop: Shop,
  orderId: string,
  type: "replace" | "refund",
  damaged: LinePart[]
): Promise<Claim> {
  await fulfill(shop, orderId)
  const { claim } = ok(
    await shop.admin.post("/admin/claims", { order_id: orderId, type })
  )
  const path = `/admin/claims/${claim.id}`
  const items = damaged.map(({ lineId, quantity }) => ({
    id: lineId,
    quantity,
  }))
  ok(
    await shop.admin.post(`${path}/claim-items`, {
      items: items.map((item) => ({ ...item, reason: "production_failure" })),
    })
  )
  const inbound = ok(
    await shop.admin.post(`${path}/inbound/items`, {
      location_id: shop.stockLocationId,
      items,
    })
  )
  return { claimId: claim.id, returnId: inbound.return.id }
}
