import { z } from "@medusajs/framework/zod"

const DEPTH_MAX = 100
const DEPTH_DEFAULT = 3
const NODES_MAX = 1000

export const AdminGetTreeParams = z.strictObject({
  /** Levels below. */
  depth: z.coerce.number().int().min(0).max(DEPTH_MAX).default(DEPTH_DEFAULT),
  /** Descendants at most. */
  limit: z.coerce.number().int().min(1).max(NODES_MAX).default(NODES_MAX),
})
export type AdminGetTreeParamsType = z.infer<typeof AdminGetTreeParams>
