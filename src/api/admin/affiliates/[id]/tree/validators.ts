import { z } from "@medusajs/framework/zod"

import { says } from "../../../../utils/says"

const DEPTH_MAX = 100
const DEPTH_DEFAULT = 3
const NODES_MAX = 1000
const OFFSET_MAX = 1_000_000

export const AdminGetTreeParams = z
  .strictObject({
    /** Levels below. */
    depth: z.coerce.number().int().min(0).max(DEPTH_MAX).default(DEPTH_DEFAULT),
    /** Descendants at most. */
    limit: z.coerce.number().int().min(1).max(NODES_MAX).default(NODES_MAX),
    /** Passed over, of those right below: page by page through one level. */
    offset: z.coerce.number().int().min(0).max(OFFSET_MAX).default(0),
  })
  .refine(
    ({ depth, offset }) => offset === 0 || depth === 1,
    says("takes 'offset' with 'depth' 1 only")
  )
export type AdminGetTreeParamsType = z.infer<typeof AdminGetTreeParams>
