import { z } from "@medusajs/framework/zod"

import { lineText } from "../../../utils/text-fields"

const HANDLE_LENGTH_MAX = 100

export const StoreGetProgramParams = z.strictObject({
  /** Without it the default program. */
  handle: lineText(HANDLE_LENGTH_MAX).optional(),
})
export type StoreGetProgramParamsType = z.infer<typeof StoreGetProgramParams>
