import type { Merchant } from "../harness/affiliates"

export { createAffiliate, type Answered } from "../harness/affiliates/people"
export { logIn, newLogin, register } from "../harness/affiliates/logins"
export { unique, uniqueEmail } from "../harness/affiliates/unique"

/** The status of a Medusa promotion as the merchant sees it; `undefined` when there is none. */
export async function promotionStatus(
  { admin }: Merchant,
  id: string | null
): Promise<string | undefined> {
  const { status, body } = await admin.get(`/admin/promotions/${id}`)
  return status === 404 ? undefined : body.promotion.status
}

/** Every name of a field anywhere in an answer. */
export function fieldNames(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(fieldNames)
  if (value === null || typeof value !== "object") return []
  return Object.entries(value).flatMap(([name, inner]) => [
    name,
    ...fieldNames(inner),
  ])
}
