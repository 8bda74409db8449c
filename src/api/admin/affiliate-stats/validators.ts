import { z } from "@medusajs/framework/zod"

import { PERIODS } from "../../../modules/affiliate/domain/figures/days"
import { figureParams } from "../../utils/figures"

export const AdminGetStatsParams = z.strictObject({
  ...figureParams(),
  /** What one entry of the series stands for; weeks begin on Monday. */
  group_by: z.enum(PERIODS).default("day"),
})
export type AdminGetStatsParamsType = z.infer<typeof AdminGetStatsParams>
