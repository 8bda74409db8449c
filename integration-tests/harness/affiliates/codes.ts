import { ok } from "../shop"
import type { Merchant } from "./merchant"

/** Gives an affiliate one more code, with a discount for whoever uses it unless none is named. */
export async function addCode(
  { admin }: Merchant,
  { id }: { id: string },
  code: string,
  discount_percent?: number
): Promise<string> {
  ok(
    await admin.post(`/admin/affiliates/${id}/codes`, {
      code,
      discount_percent,
    })
  )
  return code
}
