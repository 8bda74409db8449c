import { z } from "@medusajs/framework/zod"

import { AFFILIATE_LIMIT_MAX } from "../../utils/list-params"

const LIMIT_DEFAULT = 20

export const ListReferralsParams = z.strictObject({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(AFFILIATE_LIMIT_MAX)
    .default(LIMIT_DEFAULT),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
export type ListReferralsParamsType = z.infer<typeof ListReferralsParams>
