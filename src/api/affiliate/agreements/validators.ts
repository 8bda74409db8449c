import { z } from "@medusajs/framework/zod"

/** Few: each has its words. */
const LIMIT_MAX = 50
const LIMIT_DEFAULT = 20

export const ListAgreementsParams = z.strictObject({
  limit: z.coerce.number().int().min(1).max(LIMIT_MAX).default(LIMIT_DEFAULT),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
export type ListAgreementsParamsType = z.infer<typeof ListAgreementsParams>

export const AcceptAgreement = z.strictObject({})
