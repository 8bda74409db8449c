import { z } from "@medusajs/framework/zod"

import { figureParams } from "../../utils/figures"

export const GetDashboardParams = z.strictObject(figureParams())
export type GetDashboardParamsType = z.infer<typeof GetDashboardParams>
