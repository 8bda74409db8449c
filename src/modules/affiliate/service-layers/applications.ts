import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import { StatusChange } from "../domain/affiliate-status"
import { normalizeEmail } from "../domain/normalize"
import { fromJsonColumn, toJsonColumn } from "../models/json-list"
import { lockAffiliate } from "../sql/affiliate-row"
import { databaseTime } from "../sql/clock"
import { lockPeople } from "../sql/parents"
import { judgeApplication, reapplyTime } from "./application-rules"
import { AffiliatePeople } from "./people"
import { AffiliateRecord, Undo, undoOf } from "./records"
import { invalid, notAllowed } from "./refusals"

/** What somebody who was rejected says of themselves now. */
export interface NewApplication {
  /** The affiliate whose login applies again. */
  id: string
  name: string
  email: string
  email_is_login: boolean
  website?: string | null
  country_code?: string | null
  answers?: Record<string, unknown> | null
  agreement_version?: string | null
  /** Where they apply from; kept as a keyed hash only. */
  address?: string | null
  /** Named by a handle or a referral code; must be the one they applied to before. */
  program_id?: string
  parent_id?: string | null
}

export interface ApplicationChange {
  affiliate: AffiliateRecord
  undo: Undo<AffiliateRecord, object>
}

/** Applications of somebody who is known already. */
export class AffiliateApplications extends AffiliatePeople {
  /**
   * Somebody who was rejected applies again: the same affiliate waits once more, with new answers and the
   * old history. Never approved by the program alone, because somebody has turned them down before.
   *
   * @throws not_allowed for who is not rejected, and before the time; invalid_data for wrong answers or
   *   another program; duplicate_error for an e-mail the program has already
   */
  async applyAgain(
    { id, email_is_login, ...fields }: NewApplication,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ApplicationChange> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      await lockAffiliate(trx, id)
      const before = await this.affiliateOf_(id, context)
      const now = await databaseTime(trx)
      checkMayApplyAgain(before, now)
      const program = await this.programToJoin_(
        before.program_id,
        "by_program",
        context
      )
      if (fields.program_id && fields.program_id !== program.id) {
        throw invalid(
          `Field 'program': this login applied to ${program.name}, and can apply again only there`
        )
      }
      const agreement = await this.agreementToAccept_(
        program.id,
        fields,
        context
      )
      const parent_id = fields.parent_id ?? before.parent_id
      const website = fields.website ?? before.website
      const country_code = fields.country_code ?? before.country_code
      const decision = judgeApplication(program, {
        ...fields,
        country_code,
        email_is_login,
      })
      const status = decision.status === "rejected" ? "rejected" : "pending"
      const email_normalized = normalizeEmail(fields.email)
      await this.checkUnique_(
        { ...before, ...fields, program_id: program.id, email_normalized },
        id,
        context
      )
      await this.checkParent_(parent_id, program.id, id, context)
      const history = fromJsonColumn<StatusChange>(before.status_history)
      const at = now.toISOString()
      const update = {
        id,
        name: fields.name,
        email: fields.email,
        email_normalized,
        website,
        country_code,
        answers: fields.answers ?? null,
        agreement_version: fields.agreement_version ?? null,
        agreement_accepted_at: fields.agreement_version ? now : null,
        parent_id,
        status: status as AffiliateRecord["status"],
        status_reason: decision.reason,
        status_history: toJsonColumn([
          ...history,
          { status: "pending", at } satisfies StatusChange,
          ...(status === "rejected"
            ? [{ status, at } satisfies StatusChange]
            : []),
        ]),
        reapply_at:
          status === "rejected" ? reapplyTime(now, program.reapply_days) : null,
      }
      const affiliate = await this.updateAffiliates(update, context)
      await this.acceptOnJoining_(agreement, id, fields.address, context)
      return { affiliate, undo: undoOf(before, update) }
    }, sharedContext)
  }
}

const checkMayApplyAgain = (affiliate: AffiliateRecord, now: Date): void => {
  if (affiliate.status !== "rejected") {
    throw notAllowed("This login already has an affiliate")
  }
  if (affiliate.reapply_at && affiliate.reapply_at > now) {
    throw notAllowed(
      `This application was rejected; applying again is possible from ${affiliate.reapply_at.toISOString()} on`
    )
  }
}
