import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import {
  StatusAction,
  statusAfter,
  StatusChange,
} from "../domain/affiliate-status"
import { EmailChoices, emailsOffAfter } from "../domain/emails"
import { normalizeEmail } from "../domain/normalize"
import { fromJsonColumn, toJsonColumn } from "../models/json-list"
import { lockAffiliate } from "../sql/affiliate-row"
import { databaseTime } from "../sql/clock"
import { lockPeople } from "../sql/parents"
import { MoveByHand, recordMoveByHand } from "../sql/tier-reviews"
import { judgeApplication, reapplyTime } from "./application-rules"
import { AffiliateRecord, Undo, undoOf } from "./records"
import {
  AffiliateFields,
  AffiliatePeopleRules,
  NewAffiliate,
} from "./people-rules"
import { notAllowed } from "./refusals"

type StatusColumns = Pick<
  AffiliateRecord,
  | "email_normalized"
  | "status"
  | "status_reason"
  | "status_history"
  | "approved_at"
  | "suspended_at"
  | "reapply_at"
>

/** When somebody rejected may apply again: at a time (`null` = any), or after so many days. */
export type Reapply = { at: string | null } | { days: number }

/** What may change of an affiliate; of e-mails only those that are named. */
export type AffiliateChanges = Partial<AffiliateFields> & {
  emails?: Partial<EmailChoices>
}

/** What a change has made of an affiliate, and what to write back to undo it. */
export interface AffiliateChange {
  affiliate: AffiliateRecord
  undo: Undo<
    AffiliateRecord,
    AffiliateFields & StatusColumns & Pick<AffiliateRecord, "emails_off">
  >
  /** The change of tier that was written down with it; `null` = it stays in its tier. */
  tier_change?: MoveByHand | null
}

/**
 * Affiliates. Every writer takes one lock first, so that what must hold between rows (a tree
 * without cycles, one affiliate per e-mail, per customer and per login) is checked and written as one.
 */
export class AffiliatePeople extends AffiliatePeopleRules {
  /** @throws invalid_data for a wrong reference, duplicate_error for what is taken */
  async enrolAffiliate(
    { status: wanted, email_is_login, address, ...fields }: NewAffiliate,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AffiliateRecord> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      const program = await this.programToJoin_(
        fields.program_id,
        wanted,
        context
      )
      const { status, reason } =
        wanted === "approved"
          ? { status: wanted, reason: null }
          : judgeApplication(program, { ...fields, email_is_login })
      const affiliate = {
        ...fields,
        email_normalized: normalizeEmail(fields.email),
        program_id: program.id,
      }
      const agreement =
        wanted === "by_program" || fields.agreement_version
          ? await this.agreementToAccept_(program.id, fields, context)
          : null
      await this.checkUnique_(affiliate, null, context)
      await this.checkTier_(affiliate.tier_id, program.id, context)
      await this.checkParent_(affiliate.parent_id, program.id, null, context)
      const now = await databaseTime(trx)
      const enrolled = await this.createAffiliates(
        {
          ...affiliate,
          status,
          status_reason: reason,
          status_history: toJsonColumn([
            { status, at: now.toISOString() } satisfies StatusChange,
          ]),
          approved_at: status === "approved" ? now : null,
          reapply_at:
            status === "rejected"
              ? reapplyTime(now, program.reapply_days)
              : null,
          agreement_accepted_at: fields.agreement_version ? now : null,
        },
        context
      )
      await this.acceptOnJoining_(agreement, enrolled.id, address, context)
      return enrolled
    }, sharedContext)
  }

  /** @throws as `enrolAffiliate`; not_found; invalid_data where tier, parent or children do not follow into a new program */
  async changeAffiliate(
    id: string,
    { emails, ...changes }: AffiliateChanges,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AffiliateChange> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      const before = await this.affiliateOf_(id, context)
      const email = changes.email ?? before.email
      const next = {
        ...before,
        ...changes,
        email,
        email_normalized: normalizeEmail(email),
      }
      if (
        changes.program_id !== undefined &&
        changes.program_id !== before.program_id
      ) {
        await this.programToJoin_(changes.program_id, "approved", context)
        await this.checkNoChildren_(id, "another program", context)
      }
      await this.checkUnique_(next, id, context)
      await this.checkTier_(next.tier_id, next.program_id, context)
      await this.checkParent_(next.parent_id, next.program_id, id, context)
      const update = {
        id,
        ...changes,
        email_normalized: next.email_normalized,
        ...(emails && {
          emails_off: emailsOffAfter(before.emails_off, emails),
        }),
      }
      const affiliate = await this.updateAffiliates(update, context)
      const tier_change =
        (next.tier_id ?? null) === before.tier_id
          ? null
          : await recordMoveByHand(trx, {
              affiliate_id: id,
              program_id: next.program_id,
              from_tier_id: before.tier_id,
              to_tier_id: next.tier_id,
            })
      return { affiliate, undo: undoOf(before, update), tier_change }
    }, sharedContext)
  }

  /**
   * Moves an affiliate to another status and keeps the moment for ever: orders are judged by the
   * status at the time they were placed.
   *
   * @param input.reapply of a rejection: when they may apply again, goes before the program's days
   * @throws not_allowed for an action that the present status does not have
   */
  async changeAffiliateStatus(
    input: {
      id: string
      action: StatusAction
      reason?: string | null
      reapply?: Reapply
    },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AffiliateChange> {
    return this.transact(async (trx, context) => {
      await lockAffiliate(trx, input.id)
      const before = await this.affiliateOf_(input.id, context)
      const status = statusAfter(before.status, input.action)
      if (!status) {
        throw notAllowed(
          `Cannot ${input.action} ${before.name}: the affiliate is ${before.status}`
        )
      }
      const now = await databaseTime(trx)
      const history = fromJsonColumn<StatusChange>(before.status_history)
      const update = {
        id: input.id,
        status,
        status_reason: input.reason ?? null,
        status_history: toJsonColumn([
          ...history,
          { status, at: now.toISOString() },
        ]),
        approved_at: input.action === "approve" ? now : before.approved_at,
        suspended_at: status === "suspended" ? now : null,
        reapply_at:
          status === "rejected"
            ? await this.reapplyAt_(before, input.reapply, now, context)
            : null,
      }
      const affiliate = await this.updateAffiliates(update, context)
      return { affiliate, undo: undoOf(before, update) }
    }, sharedContext)
  }

  private async reapplyAt_(
    { program_id }: AffiliateRecord,
    wanted: Reapply | undefined,
    now: Date,
    context: Context
  ): Promise<Date | null> {
    if (wanted && "at" in wanted) {
      return wanted.at === null ? null : new Date(wanted.at)
    }
    const { reapply_days } = await this.programOf_(program_id, context)
    return reapplyTime(now, wanted?.days ?? reapply_days)
  }
}
