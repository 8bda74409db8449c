import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import { AffiliateStatus, StatusChange } from "../domain/affiliate-status"
import { codeKey } from "../domain/normalize"
import { toJsonColumn } from "../models/json-list"
import { databaseTime } from "../sql/clock"
import { lockPeople } from "../sql/parents"
import {
  AffiliateImportLines,
  ImportedAffiliate,
  RefuseLine,
} from "./import-lines"
import { Refused } from "./invitations"

/** A code that was imported and gives a discount. */
export interface ImportedDiscount {
  code_id: string
  code: string
  discount_percent: number
  /** Whether the affiliate is approved. */
  active: boolean
}

export interface Imported {
  affiliates: { id: string; status: AffiliateStatus }[]
  discounts: ImportedDiscount[]
  /** Not empty: nobody was imported. */
  refused: Refused[]
}

/** Many affiliates at once: all or none. */
export class AffiliateImports extends AffiliateImportLines {
  async importAffiliates(
    lines: ImportedAffiliate[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Imported> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      const refused: Refused[] = []
      const refuse: RefuseLine = (index, error) =>
        refused.push({ index, error })
      const placed = await this.placeLines_(lines, refuse, context)
      await this.refuseTaken_(placed, refuse, context)
      const parents = await this.parentsOfLines_(placed, refuse, context)
      if (refused.length) {
        return { affiliates: [], discounts: [], refused }
      }
      const now = await databaseTime(trx)
      const affiliates = placed.map(({ line, ...place }) => {
        const status = line.status ?? "approved"
        return {
          id: place.id,
          name: line.name,
          email: line.email,
          email_normalized: place.email_normalized,
          program_id: place.program_id,
          tier_id: place.tier_id,
          parent_id: parents.get(place.id) ?? null,
          country_code: line.country_code ?? null,
          website: line.website ?? null,
          commission_percent: line.commission_percent ?? null,
          status,
          status_history: toJsonColumn([
            { status, at: now.toISOString() } satisfies StatusChange,
          ]),
          approved_at: status === "approved" ? now : null,
          suspended_at: status === "suspended" ? now : null,
        }
      })
      await this.createAffiliates(affiliates, context)
      const codes = await this.createAffiliateCodes(
        placed.map(({ id, line }) => ({
          affiliate_id: id,
          code: line.code,
          code_key: codeKey(line.code),
          discount_percent: line.discount_percent ?? null,
        })),
        context
      )
      return {
        refused,
        affiliates: affiliates.map(({ id, status }) => ({ id, status })),
        discounts: placed.flatMap(({ line }, index) =>
          line.discount_percent === undefined
            ? []
            : {
                code_id: codes[index].id,
                code: line.code,
                discount_percent: line.discount_percent,
                active: affiliates[index].status === "approved",
              }
        ),
      }
    }, sharedContext)
  }

  /** Undoes `importAffiliates`. */
  async takeBackImport(
    affiliate_ids: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      const codes = await this.listAffiliateCodes(
        { affiliate_id: affiliate_ids },
        { select: ["id"], take: null },
        context
      )
      await this.deleteAffiliateCodes(
        codes.map(({ id }) => id),
        context
      )
      await this.deleteAffiliates(affiliate_ids, context)
    }, sharedContext)
  }
}
