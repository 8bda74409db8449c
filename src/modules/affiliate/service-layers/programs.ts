import { isDeepStrictEqual } from "node:util"

import { Context } from "@medusajs/framework/types"
import { MedusaContext, toHandle } from "@medusajs/framework/utils"

import { problemOfIdentityRule } from "../domain/identity"
import { FormField, problemOfForm } from "../domain/joining/form"
import {
  JoinRequirements,
  problemOfRequirements,
} from "../domain/joining/requirements"
import { DEFAULT_MILESTONES } from "../domain/milestones"
import {
  PayoutSchedule,
  problemOfSchedule,
} from "../domain/payout-batches/schedule"
import { nextRun } from "../domain/payout-batches/schedule-runs"
import { problemOfProgram } from "../domain/program-rules"
import { CurrencyAmount, ProgramLevel } from "../domain/terms"
import { fromJsonColumn, toJsonColumn } from "../models/json-list"
import { Trx } from "../ledger/transaction"
import { databaseTime } from "../sql/clock"
import { lockPeople } from "../sql/parents"
import { AffiliateAdjustmentsAndHolds } from "./adjustments-and-holds"
import { AffiliateProgramRecord, Undo, undoOf } from "./records"
import { invalid, notAllowed, notFound, taken } from "./refusals"
import { ProgramFields, withListColumns } from "./terms-fields"

/** The program that affiliates join when none is named; it always exists. */
export const DEFAULT_PROGRAM_HANDLE = "default"

/** Handles tried for programs of one name before giving up. */
const HANDLES_MAX = 100

/** What a change has made of a program, and what to write back to undo it. */
export interface ProgramChange {
  program: AffiliateProgramRecord
  undo: Undo<AffiliateProgramRecord, ProgramFields>
}

/** The columns that follow from a new schedule; none where nothing is said of it. */
const nextRunOf = async (
  trx: Trx,
  schedule: PayoutSchedule | null | undefined
): Promise<{ payout_schedule_next_at?: Date | null }> =>
  schedule === undefined
    ? {}
    : {
        payout_schedule_next_at:
          schedule && nextRun(schedule, await databaseTime(trx)),
      }

const problemOfJoining = (
  form: FormField[],
  requirements: JoinRequirements | null
): string | null =>
  problemOfForm(form) ?? problemOfRequirements(requirements, form)

/** Programs. A change only changes the program: orders are priced with pinned terms. */
export class AffiliatePrograms extends AffiliateAdjustmentsAndHolds {
  /** @throws invalid_data for terms that do not fit together, duplicate_error for a taken handle */
  async addProgram(
    fields: ProgramFields,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AffiliateProgramRecord> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      const problem =
        problemOfProgram({
          commission_type: fields.commission_type ?? "percentage",
          commission_value: fields.commission_value ?? null,
          fixed_values: fields.fixed_values ?? [],
          levels: fields.levels ?? [],
        }) ??
        problemOfJoining(
          fields.form_fields ?? [],
          fields.join_requirements ?? null
        ) ??
        problemOfIdentityRule({
          identity_required: fields.identity_required ?? "never",
          identity_amounts: fields.identity_amounts ?? [],
        }) ??
        this.problemOfSchedule_(fields.payout_schedule)
      if (problem) {
        throw invalid(problem)
      }
      const handle =
        fields.handle ?? (await this.freeHandle_(fields.name, context))
      await this.checkHandle_(handle, null, context)
      return await this.createAffiliatePrograms(
        {
          ...withListColumns({ milestones: DEFAULT_MILESTONES, ...fields }),
          ...(await nextRunOf(trx, fields.payout_schedule)),
          handle,
          commission_value: fields.commission_value ?? 0,
        },
        context
      )
    }, sharedContext)
  }

  /**
   * @throws as `addProgram`; not_allowed for a new handle of the default program, and for a new
   *   commission type while tiers have values that were meant for the old one
   */
  async changeProgram(
    id: string,
    changes: Partial<ProgramFields>,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ProgramChange> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      const before = await this.programOf_(id, context)
      const commission_type = changes.commission_type ?? before.commission_type
      const fixed_values =
        changes.fixed_values ??
        fromJsonColumn<CurrencyAmount>(before.fixed_values)
      const typeChanges = commission_type !== before.commission_type
      const problem =
        problemOfProgram({
          commission_type,
          commission_value: changes.commission_value ?? before.commission_value,
          // What is left of a fixed type means nothing to a percentage.
          fixed_values:
            typeChanges && !changes.fixed_values ? [] : fixed_values,
          levels: changes.levels ?? fromJsonColumn<ProgramLevel>(before.levels),
        }) ??
        problemOfJoining(
          changes.form_fields ?? fromJsonColumn<FormField>(before.form_fields),
          changes.join_requirements === undefined
            ? (before.join_requirements as JoinRequirements | null)
            : changes.join_requirements
        ) ??
        problemOfIdentityRule({
          identity_required:
            changes.identity_required ?? before.identity_required,
          identity_amounts:
            changes.identity_amounts ??
            fromJsonColumn<CurrencyAmount>(before.identity_amounts),
        }) ??
        this.problemOfSchedule_(changes.payout_schedule)
      if (problem) {
        throw invalid(problem)
      }
      if (typeChanges) {
        await this.checkTiersAllowNewType_(id, context)
      }
      if (changes.handle !== undefined && changes.handle !== before.handle) {
        if (before.handle === DEFAULT_PROGRAM_HANDLE) {
          throw notAllowed(
            "The default program keeps its handle: affiliates join it by that"
          )
        }
        await this.checkHandle_(changes.handle, id, context)
      }
      const update = {
        id,
        ...withListColumns(changes),
        // Sent as it was, a schedule keeps the run that it has still to do.
        ...(isDeepStrictEqual(changes.payout_schedule, before.payout_schedule)
          ? {}
          : await nextRunOf(trx, changes.payout_schedule)),
        ...(typeChanges && !changes.fixed_values
          ? { fixed_values: toJsonColumn([]) }
          : {}),
      }
      const program = await this.updateAffiliatePrograms(update, context)
      return { program, undo: undoOf(before, update) }
    }, sharedContext)
  }

  /**
   * @returns the ids of the tiers that went with it
   * @throws not_allowed for the default program and while it has affiliates
   */
  async removeProgram(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string[]> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      const program = await this.programOf_(id, context)
      if (program.handle === DEFAULT_PROGRAM_HANDLE) {
        throw notAllowed(
          "The default program cannot be deleted: set its status to inactive instead"
        )
      }
      const [, affiliates] = await this.listAndCountAffiliates(
        { program_id: id },
        { take: 1, select: ["id"] },
        context
      )
      if (affiliates > 0) {
        throw notAllowed(
          `${program.name} has ${affiliates} affiliates: move them to another program first`
        )
      }
      const tiers = await this.listAffiliateTiers(
        { program_id: id },
        { select: ["id"] },
        context
      )
      const tierIds = tiers.map((tier) => tier.id)
      await this.softDeleteAffiliateTiers(tierIds, {}, context)
      await this.softDeleteAffiliatePrograms([id], {}, context)
      return tierIds
    }, sharedContext)
  }

  private problemOfSchedule_(
    schedule: PayoutSchedule | null | undefined
  ): string | null {
    const problem = problemOfSchedule(
      schedule ?? null,
      this.options_.payout_batch_approvals
    )
    const provider = schedule?.provider
    return !problem &&
      provider &&
      !this.listPayoutProviderIds().includes(provider)
      ? `Field 'payout_schedule.provider' must be a payout provider of this store: ${this.listPayoutProviderIds().join(", ")}`
      : problem
  }

  protected async programOf_(
    id: string,
    context: Context
  ): Promise<AffiliateProgramRecord> {
    const [program] = await this.listAffiliatePrograms({ id }, {}, context)
    if (!program) {
      throw notFound(`There is no affiliate program ${id}`)
    }
    return program
  }

  private async checkTiersAllowNewType_(
    program_id: string,
    context: Context
  ): Promise<void> {
    const tiers = await this.listAffiliateTiers(
      { program_id, commission_value: { $ne: null } },
      { select: ["id", "name"] },
      context
    )
    if (tiers.length) {
      const names = tiers.map((tier) => tier.name).join(", ")
      throw notAllowed(
        `The commission type cannot change while tiers have values of their own (${names}): remove those first`
      )
    }
  }

  private async checkHandle_(
    handle: string,
    except: string | null,
    context: Context
  ): Promise<void> {
    const programs = await this.listAffiliatePrograms(
      { handle },
      { select: ["id"] },
      context
    )
    if (programs.some((program) => program.id !== except)) {
      throw taken(
        `An affiliate program with the handle ${handle} already exists`
      )
    }
  }

  private async freeHandle_(name: string, context: Context): Promise<string> {
    const stem = toHandle(name) || "program"
    const candidates = Array.from({ length: HANDLES_MAX }, (_, index) =>
      index === 0 ? stem : `${stem}-${index + 1}`
    )
    const programs = await this.listAffiliatePrograms(
      { handle: candidates },
      { select: ["handle"] },
      context
    )
    const used = new Set(programs.map((program) => program.handle))
    return candidates.find((candidate) => !used.has(candidate)) ?? stem
  }
}
