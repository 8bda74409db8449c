import { Context } from "@medusajs/framework/types"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"

import { AffiliateStatus } from "../domain/affiliate-status"
import { problemOfParents } from "../domain/joining/file-tree"
import { codeKey, normalizeEmail } from "../domain/normalize"
import { trxOf } from "../ledger/transaction"
import { lineOf, TREE_DEPTH_MAX } from "../sql/parents"
import { AffiliateAcceptances } from "./acceptances"
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

/** A line whose program and tier are known, with the id that its affiliate gets. */
export interface PlacedLine {
  id: string
  index: number
  line: ImportedAffiliate
  program_id: string
  tier_id: string | null
  email_normalized: string
}

/** Says that a line cannot be imported, and why; the others are looked at all the same. */
export type RefuseLine = (index: number, error: MedusaError) => void

const personKey = (program_id: string, email: string): string =>
  `${program_id} ${normalizeEmail(email)}`

/** Whether the lines of a file can be imported: each by itself, beside what is there, and beside each other. */
export class AffiliateImportLines extends AffiliateAcceptances {
  protected async placeLines_(
    lines: ImportedAffiliate[],
    refuse: RefuseLine,
    context: Context
  ): Promise<PlacedLine[]> {
    const known = new Map<string, string>()
    const once = async (key: string, find: () => Promise<string>) => {
      const value = known.get(key) ?? (await find())
      known.set(key, value)
      return value
    }
    const placed: PlacedLine[] = []
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
  protected async refuseTaken_(
    placed: PlacedLine[],
    refuse: RefuseLine,
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
  protected async parentsOfLines_(
    placed: PlacedLine[],
    refuse: RefuseLine,
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
