import { z } from "@medusajs/framework/zod"
import { booleanString } from "@medusajs/medusa/api/utils/common-validators/common"

export const AdminGetAffiliateHealthParams = z
  .object({ deep: booleanString().default(false) })
  .strict()
export type AdminGetAffiliateHealthParamsType = z.infer<
  typeof AdminGetAffiliateHealthParams
>
