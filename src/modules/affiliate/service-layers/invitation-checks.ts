import { Context, InferTypeOf } from "@medusajs/framework/types"

import { CODE_RULE, CODE_RULE_WORDS } from "../domain/code"
import { statusOfInvitation } from "../domain/joining/invitation"
import { codeKey, normalizeEmail } from "../domain/normalize"
import { AffiliateInvitation } from "../models"
import { AffiliatePlacesByName } from "./places-by-name"
import { invalid, notAllowed, taken } from "./refusals"

export type AffiliateInvitationRecord = InferTypeOf<typeof AffiliateInvitation>

/** What a merchant says of whoever is invited. */
export interface InvitationFields {
  email: string
  name?: string | null
  /** Without it the default program. */
  program_id?: string
  /** Goes before `program_id`. */
  program?: string
  tier_id?: string | null
  /** Name or id of a tier of the program; goes before `tier_id`. */
  tier?: string
  parent_id?: string | null
  /** The code that whoever accepts gets; without it the one they ask for, or one made from the name. */
  code?: string | null
  /** Percent off for whoever uses the code. */
  discount_percent?: number | null
  expires_in_days?: number
}

export interface WantedInvitation extends InvitationFields {
  /** An affiliate without a login, whose login the invitation makes. */
  affiliate_id?: string
}

/** What others of the same request want, which nobody else may. */
export interface AskedBefore {
  people: Set<string>
  codes: Set<string>
}

/** An invitation that may be written, with its program and tier found. */
export interface CheckedInvitation {
  invitation: Omit<
    WantedInvitation,
    "expires_in_days" | "program" | "program_id" | "tier"
  > & { program_id: string; email_normalized: string }
  /** The invitation of that person that has expired, if any. */
  expired_id: string | null
}

/**
 * Who may be invited, and with what: one open invitation an e-mail and program, no code that is somebody
 * else's. Asked under `lockPeople`.
 */
export class AffiliateInvitationChecks extends AffiliatePlacesByName {
  protected async checkInvitation_(
    { expires_in_days: _, program: handle, tier, ...wanted }: WantedInvitation,
    now: Date,
    asked: AskedBefore,
    context: Context
  ): Promise<CheckedInvitation> {
    const program_id =
      handle === undefined
        ? (await this.programToJoin_(wanted.program_id, "approved", context)).id
        : await this.programHandled_(handle, context)
    const email_normalized = normalizeEmail(wanted.email)
    const expired_id = await this.checkNotYetInvited_(
      { ...wanted, program_id, email_normalized },
      now,
      context
    )
    const person = `${program_id} ${email_normalized}`
    if (asked.people.has(person)) {
      throw taken(`${wanted.email} is there twice`)
    }
    const tier_id =
      tier === undefined
        ? wanted.tier_id
        : await this.tierNamed_(tier, program_id, context)
    await this.checkTier_(tier_id, program_id, context)
    await this.checkParent_(wanted.parent_id, program_id, null, context)
    if (wanted.code) {
      await this.checkCodeToPromise_(wanted.code, now, context)
      if (asked.codes.has(codeKey(wanted.code))) {
        throw taken(`The code ${wanted.code} is there twice`)
      }
      asked.codes.add(codeKey(wanted.code))
    }
    asked.people.add(person)
    return {
      expired_id,
      invitation: { ...wanted, program_id, tier_id, email_normalized },
    }
  }

  /** @returns the invitation of that person that has expired, if any */
  private async checkNotYetInvited_(
    wanted: {
      program_id: string
      email: string
      email_normalized: string
      affiliate_id?: string
    },
    now: Date,
    context: Context
  ): Promise<string | null> {
    const { program_id, email, email_normalized } = wanted
    const key = { program_id, email_normalized }
    if (wanted.affiliate_id) {
      await this.affiliateOf_(wanted.affiliate_id, context)
    }
    const [affiliate] = await this.listAffiliates(
      key,
      { select: ["id", "auth_identity_id"] },
      context
    )
    if (affiliate && affiliate.id !== wanted.affiliate_id) {
      throw taken(
        affiliate.auth_identity_id
          ? `An affiliate with the e-mail ${email} already exists in this program`
          : `An affiliate with the e-mail ${email} already exists in this program: invite ${affiliate.id} to make a login`
      )
    }
    if (affiliate?.auth_identity_id) {
      throw notAllowed(`${email} has a login already`)
    }
    const [before] = await this.listAffiliateInvitations(
      { ...key, accepted_at: null, revoked_at: null },
      {},
      context
    )
    if (!before) {
      return null
    }
    if (statusOfInvitation(before, now) === "open") {
      throw taken(
        `${email} has an open invitation to this program already: send ${before.id} again, or revoke it`
      )
    }
    return before.id
  }

  private async checkCodeToPromise_(
    code: string,
    now: Date,
    context: Context
  ): Promise<void> {
    if (!CODE_RULE.test(code)) {
      throw invalid(`Field 'code' ${CODE_RULE_WORDS}`)
    }
    await this.checkCodeIsFree("", code, context)
    const others = await this.listAffiliateInvitations(
      {
        code: { $ilike: code.replace(/_/g, "\\_") },
        accepted_at: null,
        revoked_at: null,
      },
      {},
      context
    )
    if (others.some((other) => statusOfInvitation(other, now) === "open")) {
      throw taken(`The code ${code} is promised to somebody else`)
    }
  }
}
