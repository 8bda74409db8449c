import { z } from "@medusajs/framework/zod"

import type { Reapply } from "../../../modules/affiliate/service-layers/people"
import { says } from "../../utils/says"
import { reapplyDays } from "../affiliate-programs/joining-fields"

/** When somebody rejected may apply again: at a time (`null` = any), or after so many days. */
export const reapplyFields = {
  reapply_at: z.iso
    .datetime({
      offset: true,
      ...says("must be a time in ISO 8601, like 2026-12-31T00:00:00Z"),
    })
    .nullable()
    .optional(),
  reapply_days: reapplyDays().optional(),
}

interface Asked {
  reapply_at?: string | null
  reapply_days?: number
}

export const namesOneReapply = ({ reapply_at, reapply_days }: Asked): boolean =>
  reapply_at === undefined || reapply_days === undefined

export const ONE_REAPPLY = says("takes one of 'reapply_at' and 'reapply_days'")

/** @returns `undefined` = as the program says */
export const reapplyOf = ({
  reapply_at,
  reapply_days,
}: Asked): Reapply | undefined => {
  if (reapply_at !== undefined) {
    return { at: reapply_at }
  }
  return reapply_days === undefined ? undefined : { days: reapply_days }
}
