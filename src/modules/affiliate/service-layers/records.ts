import { InferTypeOf } from "@medusajs/framework/types"
import { MedusaService } from "@medusajs/framework/utils"

import * as models from "../models"

/**
 * The generated reads and writes of every model. Medusa wants one service a module; ours is
 * written in layers, one noun a file, each adding to the one before.
 */
export class AffiliateRecords extends MedusaService(models) {}

export type AffiliateRecord = InferTypeOf<typeof models.Affiliate>
export type AffiliateCodeRecord = InferTypeOf<typeof models.AffiliateCode>
export type AffiliateProgramRecord = InferTypeOf<typeof models.AffiliateProgram>
export type AffiliateTierRecord = InferTypeOf<typeof models.AffiliateTier>

/** The columns of a record that an update wrote over, as they were: writing them back undoes the update. */
export type Undo<Before extends { id: string }, Update> = {
  id: string
} & Partial<Pick<Before, Extract<keyof Update, keyof Before>>>

export const undoOf = <
  Before extends { id: string },
  Update extends { id: string },
>(
  before: Before,
  update: Update
): Undo<Before, Update> => {
  const overwritten: Partial<Before> = {}
  for (const name of Object.keys(update) as (keyof Before)[]) {
    overwritten[name] = before[name]
  }
  return { ...overwritten, id: before.id }
}
