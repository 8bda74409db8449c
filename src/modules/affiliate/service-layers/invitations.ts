import { Context, InferTypeOf } from "@medusajs/framework/types"
import { MedusaContext, MedusaError } from "@medusajs/framework/utils"

import { CODE_RULE, CODE_RULE_WORDS } from "../domain/code"
import { statusOfInvitation } from "../domain/joining/invitation"
import { codeKey, normalizeEmail } from "../domain/normalize"
import { AffiliateInvitation } from "../models"
import { databaseTime } from "../sql/clock"
import { revokeInvitations } from "../sql/invitations"
import { hasEmailProvider } from "../sql/milestones"
import { lockPeople } from "../sql/parents"
import { AffiliateCodes } from "./codes"
import { invalid, notAllowed, notFound, taken } from "./refusals"

export type AffiliateInvitationRecord = InferTypeOf<typeof AffiliateInvitation>

const DAY_MS = 24 * 60 * 60 * 1000
const EXPIRES_IN_DAYS = 14

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

export interface NewInvitation extends InvitationFields {
  token_hash: string
  /** An affiliate without a login, whose login the invitation makes. */
  affiliate_id?: string
}

/** One of many that cannot be done, and why. */
export interface Refused {
  index: number
  error: MedusaError
}

export interface Invited {
  invitations: AffiliateInvitationRecord[]
  /** Not empty: nobody was invited. */
  refused: Refused[]
  /** Expired ones that made place, to be put back when undone. */
  replaced: string[]
}

/**
 * Invitations. An e-mail has one open invitation a program; one that has expired makes place for the next. Of the
 * link's token only its hash is kept.
 */
export class AffiliateInvitations extends AffiliateCodes {
  /** Invites everybody or, when one cannot be invited, nobody. */
  async invite(
    wanted: NewInvitation[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Invited> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      const now = await databaseTime(trx)
      const refused: Refused[] = []
      const rows: Omit<
        NewInvitation,
        "expires_in_days" | "program" | "tier"
      >[] = []
      const expired: string[] = []
      const seen = { people: new Set<string>(), codes: new Set<string>() }
      for (const [index, one] of wanted.entries()) {
        try {
          const { row, expired_id } = await this.checkInvitation_(
            one,
            now,
            seen,
            context
          )
          rows.push(row)
          expired.push(...(expired_id ? [expired_id] : []))
        } catch (error) {
          if (!MedusaError.isMedusaError(error)) {
            throw error
          }
          refused.push({ index, error })
        }
      }
      if (refused.length) {
        return { invitations: [], refused, replaced: [] }
      }
      await revokeInvitations(trx, expired, now)
      const invitations = await this.createAffiliateInvitations(rows, context)
      return { invitations, refused, replaced: expired }
    }, sharedContext)
  }

  /** Undoes `invite`. */
  async takeBackInvitations(
    made: { ids: string[]; replaced: string[] },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      await this.deleteAffiliateInvitations(made.ids, context)
      await this.updateAffiliateInvitations(
        made.replaced.map((id) => ({ id, revoked_at: null })),
        context
      )
    }, sharedContext)
  }

  /**
   * Gives an invitation a new token, with the old one worth nothing from then on, and a new time.
   *
   * @returns the invitation as it was
   * @throws not_found; not_allowed for one that was accepted or revoked
   */
  async renewInvitation(
    input: { id: string; token_hash: string; expires_in_days?: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AffiliateInvitationRecord> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      const before = await this.openInvitationOf_(input.id, context)
      const now = await databaseTime(trx)
      await this.updateAffiliateInvitations(
        {
          id: before.id,
          token_hash: input.token_hash,
          expires_at: expiryOf(now, input.expires_in_days),
          sent_at: null,
        },
        context
      )
      return before
    }, sharedContext)
  }

  /** @throws not_found; not_allowed for one that was accepted or revoked already */
  async revokeInvitation(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      await this.openInvitationOf_(id, context)
      const revoked_at = await databaseTime(trx)
      await this.updateAffiliateInvitations({ id, revoked_at }, context)
    }, sharedContext)
  }

  /** The invitation of a token that can be accepted now, or `null`: whatever is wrong with it, nobody is told. */
  async findOpenInvitation(
    token_hash: string | null,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AffiliateInvitationRecord | null> {
    if (!token_hash) {
      return null
    }
    return this.transact(async (trx, context) => {
      const [invitation] = await this.listAffiliateInvitations(
        { token_hash },
        {},
        context
      )
      const now = await databaseTime(trx)
      return invitation && statusOfInvitation(invitation, now) === "open"
        ? invitation
        : null
    }, sharedContext)
  }

  /** Whether the store has a way to send e-mails. */
  async canSendEmail(
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    return this.transact((trx) => hasEmailProvider(trx), sharedContext)
  }

  async markInvitationSent(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    return this.transact(async (trx, context) => {
      const sent_at = await databaseTime(trx)
      await this.updateAffiliateInvitations({ id, sent_at }, context)
    }, sharedContext)
  }

  private async openInvitationOf_(
    id: string,
    context: Context
  ): Promise<AffiliateInvitationRecord> {
    const [invitation] = await this.listAffiliateInvitations(
      { id },
      {},
      context
    )
    if (!invitation) {
      throw notFound(`There is no affiliate invitation ${id}`)
    }
    if (invitation.accepted_at || invitation.revoked_at) {
      throw notAllowed(
        `The invitation of ${invitation.email} was ${invitation.accepted_at ? "accepted" : "revoked"} already`
      )
    }
    return invitation
  }

  /** @param seen what others of the same request want, which nobody else may */
  private async checkInvitation_(
    { expires_in_days, program: handle, tier, ...wanted }: NewInvitation,
    now: Date,
    seen: { people: Set<string>; codes: Set<string> },
    context: Context
  ) {
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
    if (seen.people.has(person)) {
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
      if (seen.codes.has(codeKey(wanted.code))) {
        throw taken(`The code ${wanted.code} is there twice`)
      }
      seen.codes.add(codeKey(wanted.code))
    }
    seen.people.add(person)
    return {
      expired_id,
      row: {
        ...wanted,
        program_id,
        tier_id,
        email_normalized,
        expires_at: expiryOf(now, expires_in_days),
      },
    }
  }

  protected async programHandled_(
    handle: string,
    context: Context
  ): Promise<string> {
    const [program] = await this.listAffiliatePrograms({ handle }, {}, context)
    if (!program) {
      throw invalid(`Field 'program': there is no program ${handle}`)
    }
    return program.id
  }

  /** @param tier its name, in any letter case, or its id */
  protected async tierNamed_(
    tier: string,
    program_id: string,
    context: Context
  ): Promise<string> {
    const tiers = await this.listAffiliateTiers(
      { program_id },
      { select: ["id", "name"], take: null },
      context
    )
    const named = tiers.filter(
      ({ id, name }) => id === tier || name.toLowerCase() === tier.toLowerCase()
    )
    if (named.length !== 1) {
      throw invalid(
        named.length
          ? `Field 'tier': the program has several tiers ${tier}: name the id`
          : `Field 'tier': the program has no tier ${tier}`
      )
    }
    return named[0].id
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

const expiryOf = (now: Date, days: number = EXPIRES_IN_DAYS): Date =>
  new Date(now.getTime() + days * DAY_MS)
