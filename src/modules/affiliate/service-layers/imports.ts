import { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"

import { AffiliateStatus, StatusChange } from "../domain/affiliate-status"
import { problemOfParents } from "../domain/joining/file-tree"
import { codeKey, normalizeEmail } from "../domain/normalize"
import { toJsonColumn } from "../models/json-list"
import { trxOf } from "../ledger/transaction"
import { databaseTime } from "../sql/clock"
import { lineOf, lockPeople, TREE_DEPTH_MAX } from "../sql/parents"
import { AffiliateAcceptances } from "./acceptances"
import { Refused } from "./invitations"
import { invalid, taken } from "./refusals"

/** A line of a file of affiliates. */
export interface ImportedAffiliate {
  name: string
  email: string
  code: string
  /** Percent off for whoever uses the code. */
  discount_percent?: number
  /** Handle; without it the default program. */
  program?: string
  /** Name or id of a tier of the program. */
  tier?: string
  /** Of an affiliate of the program, or of any other line. */
  parent_email?: string
  country_code?: string
  website?: string
  commission_percent?: number
  /** Without it approved. */
  status?: AffiliateStatus
}

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

/** A line whose program and tier are known. */
interface Placed {
  id: string
  index: number
  line: ImportedAffiliate
  program_id: string
  tier_id: string | null
  email_normalized: string
}

const personKey = (program_id: string, email: string): string =>
  `${program_id} ${normalizeEmail(email)}`

/** Many affiliates at once: all or none. */
export class AffiliateImports extends AffiliateAcceptances {
  async importAffiliates(
    lines: ImportedAffiliate[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Imported> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      const refused: Refused[] = []
      const refuse = (index: number, error: MedusaError) =>
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

  private async placeLines_(
    lines: ImportedAffiliate[],
    refuse: (index: number, error: MedusaError) => void,
    context: Context
  ): Promise<Placed[]> {
    const known = new Map<string, string>()
    const once = async (key: string, find: () => Promise<string>) => {
      const value = known.get(key) ?? (await find())
      known.set(key, value)
      return value
    }
    const placed: Placed[] = []
    for (const [index, line] of lines.entries()) {
      const { program, tier } = line
      try {
        const program_id = await once(`program ${program}`, async () =>
          program === undefined
            ? (await this.programToJoin_(undefined, "approved", context)).id
            : await this.programHandled_(program, context)
        )
        const tier_id =
          tier === undefined
            ? null
            : await once(`tier ${program_id} ${tier}`, () =>
                this.tierNamed_(tier, program_id, context)
              )
        const email_normalized = normalizeEmail(line.email)
        const id = generateEntityId(undefined, "aff")
        placed.push({ id, index, line, program_id, tier_id, email_normalized })
      } catch (error) {
        if (!MedusaError.isMedusaError(error)) {
          throw error
        }
        refuse(index, error)
      }
    }
    return placed
  }

  /** E-mails and codes that are taken, in the store or by a line before. */
  private async refuseTaken_(
    placed: Placed[],
    refuse: (index: number, error: MedusaError) => void,
    context: Context
  ): Promise<void> {
    const people = await this.listAffiliates(
      { email_normalized: placed.map((one) => one.email_normalized) },
      { select: ["id", "program_id", "email_normalized"], take: null },
      context
    )
    const codes = await this.listAffiliateCodes(
      { code_key: placed.map(({ line }) => codeKey(line.code)) },
      { select: ["id", "code_key"], take: null },
      context
    )
    const takenPeople = new Set(
      people.map((one) => personKey(one.program_id, one.email_normalized))
    )
    const takenCodes = new Set(codes.map(({ code_key }) => code_key))
    for (const { index, line, program_id } of placed) {
      const person = personKey(program_id, line.email)
      if (takenPeople.has(person)) {
        refuse(
          index,
          taken(
            `Field 'email': ${line.email} is in the program already, or in a line before`
          )
        )
      }
      if (takenCodes.has(codeKey(line.code))) {
        refuse(
          index,
          taken(
            `Field 'code': ${line.code} is taken already, or by a line before`
          )
        )
      }
      takenPeople.add(person)
      takenCodes.add(codeKey(line.code))
    }
  }

  /** @returns parent by id of the line's affiliate */
  private async parentsOfLines_(
    placed: Placed[],
    refuse: (index: number, error: MedusaError) => void,
    context: Context
  ): Promise<Map<string, string>> {
    const idOf = new Map(
      placed.map((one) => [personKey(one.program_id, one.line.email), one.id])
    )
    const wanted = placed.flatMap(({ line }) =>
      line.parent_email ? normalizeEmail(line.parent_email) : []
    )
    const existing = wanted.length
      ? await this.listAffiliates(
          { email_normalized: [...new Set(wanted)] },
          { select: ["id", "program_id", "email_normalized"], take: null },
          context
        )
      : []
    const depths = new Map<string, number>()
    for (const { id, program_id, email_normalized } of existing) {
      const key = personKey(program_id, email_normalized)
      idOf.set(key, id)
      depths.set(id, (await lineOf(trxOf(context), id)).length)
    }
    const parents = new Map<string, string>()
    for (const { id, index, line, program_id } of placed) {
      if (!line.parent_email) {
        continue
      }
      const parent_id = idOf.get(personKey(program_id, line.parent_email))
      if (parent_id) {
        parents.set(id, parent_id)
      } else {
        refuse(
          index,
          invalid(
            `Field 'parent_email': ${line.parent_email} is no affiliate of the program, nor in the file`
          )
        )
      }
    }
    for (const { id, index } of placed) {
      const problem = problemOfParents(id, parents, depths, TREE_DEPTH_MAX)
      if (problem) {
        refuse(index, invalid(`Field 'parent_email': ${problem}`))
      }
    }
    return parents
  }
}
