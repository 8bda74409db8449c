import { Context } from "@medusajs/framework/types"
import { MedusaContext, MedusaError } from "@medusajs/framework/utils"

import { statusOfInvitation } from "../domain/joining/invitation"
import { makeInvitationToken } from "../invitation-token"
import { Trx } from "../ledger/transaction"
import { databaseTime } from "../sql/clock"
import { revokeInvitations } from "../sql/invitations"
import { hasEmailProvider } from "../sql/milestones"
import { lockPeople } from "../sql/parents"
import {
  AffiliateInvitationChecks,
  AffiliateInvitationRecord,
  CheckedInvitation,
  WantedInvitation,
} from "./invitation-checks"
import { Undo, undoOf } from "./records"
import { notAllowed, notFound } from "./refusals"

const DAY_MS = 24 * 60 * 60 * 1000
const EXPIRES_IN_DAYS = 14

/** One of many that cannot be done, and why. */
export interface Refused {
  index: number
  error: MedusaError
}

/** An invitation with the token of its link, which is told now and never again. */
export interface InvitationWithToken {
  id: string
  token: string
}

export interface Invited {
  invitations: InvitationWithToken[]
  /** Not empty: nobody was invited. */
  refused: Refused[]
  /** Expired ones that made place, to be put back when undone. */
  replaced: string[]
}

/**
 * Invitations. An e-mail has one open invitation a program; one that has expired makes place for the next. Of the
 * link's token only its hash is kept, and what makes it again together with the store's secret.
 */
export class AffiliateInvitations extends AffiliateInvitationChecks {
  /** Invites everybody or, when one cannot be invited, nobody. */
  async invite(
    wanted: WantedInvitation[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Invited> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      const now = await databaseTime(trx)
      const refused: Refused[] = []
      const checked: (CheckedInvitation & { expires_at: Date })[] = []
      const asked = { people: new Set<string>(), codes: new Set<string>() }
      for (const [index, one] of wanted.entries()) {
        try {
          checked.push({
            ...(await this.checkInvitation_(one, now, asked, context)),
            expires_at: expiryOf(now, one.expires_in_days),
          })
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
      const replaced = checked.flatMap(({ expired_id }) => expired_id ?? [])
      await revokeInvitations(trx, replaced, now)
      const email_status = await emailStatusAtFirst(trx)
      const tokens = checked.map(() => makeInvitationToken(this.storeSecret_()))
      const made = await this.createAffiliateInvitations(
        checked.map(({ invitation, expires_at }, index) => ({
          ...invitation,
          expires_at,
          email_status,
          token_hash: tokens[index].token_hash,
          token_seed: tokens[index].token_seed,
        })),
        context
      )
      return {
        invitations: made.map(({ id }, index) => ({
          id,
          token: tokens[index].token,
        })),
        refused,
        replaced,
      }
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
   * Gives an invitation a new token, with the old one worth nothing from then on, and a new time. Its e-mail is
   * to be sent as if there had been none.
   *
   * @throws not_found; not_allowed for one that was accepted or revoked
   */
  async renewInvitation(
    input: { id: string; expires_in_days?: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{
    token: string
    undo: Undo<AffiliateInvitationRecord, object>
  }> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      const invitation = await this.openInvitationOf_(input.id, context)
      const now = await databaseTime(trx)
      const { token, ...kept } = makeInvitationToken(this.storeSecret_())
      const update = {
        id: invitation.id,
        ...kept,
        expires_at: expiryOf(now, input.expires_in_days),
        email_status: await emailStatusAtFirst(trx),
        sent_at: null,
        notify_attempts: 0,
        notify_after: null,
        email_error: null,
      }
      await this.updateAffiliateInvitations(update, context)
      return { token, undo: undoOf(invitation, update) }
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
}

const expiryOf = (now: Date, days: number = EXPIRES_IN_DAYS): Date =>
  new Date(now.getTime() + days * DAY_MS)

/** Without a provider there is nothing to wait for: the merchant hands the link over. */
const emailStatusAtFirst = async (trx: Trx): Promise<"waiting" | "none"> =>
  (await hasEmailProvider(trx)) ? "waiting" : "none"
