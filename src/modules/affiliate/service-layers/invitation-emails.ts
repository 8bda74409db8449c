import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import { hashInvitationToken, invitationTokenOf } from "../invitation-token"
import {
  anyInvitationToSend,
  claimInvitationsToSend,
  giveInvitationUp,
  InvitationsToSend,
  InvitationToSend,
  markInvitationSent,
  putInvitationOff,
  SentAs,
} from "../sql/invitation-emails"
import { hasEmailProvider } from "../sql/milestones"
import { AffiliateInvitations } from "./invitations"

/** An invitation to be sent, with the token that its link needs. */
export interface InvitationEmail extends Omit<InvitationToSend, "token_seed"> {
  token: string
}

const ERROR_LENGTH_MAX = 500

const SECRET_CHANGED =
  "The store's jwtSecret was changed since: send the invitation again"

/** The e-mails of invitations: each is sent once, tried again after a failure, and given up in the end. */
export class AffiliateInvitationEmails extends AffiliateInvitations {
  /** Whether the store has a way to send e-mails. */
  async canSendEmail(
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    return this.transact((trx) => hasEmailProvider(trx), sharedContext)
  }

  /**
   * Invitations whose e-mail is due, each for one caller only; the oldest first.
   *
   * @returns `null` when some are due and the store has no e-mail provider; then nothing is taken
   */
  async claimInvitationsToSend(
    wanted: InvitationsToSend & { limit: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<InvitationEmail[] | null> {
    return this.transact(async (trx) => {
      if (!(await anyInvitationToSend(trx, wanted))) {
        return []
      }
      if (!(await hasEmailProvider(trx))) {
        return null
      }
      const emails: InvitationEmail[] = []
      for (const invitation of await claimInvitationsToSend(trx, wanted)) {
        const { token_seed, ...email } = invitation
        const token = invitationTokenOf(token_seed, this.storeSecret_())
        if (hashInvitationToken(token) === email.token_hash) {
          emails.push({ ...email, token })
        } else {
          await giveInvitationUp(trx, { ...email, error: SECRET_CHANGED })
        }
      }
      return emails
    }, sharedContext)
  }

  async markInvitationSent(
    sent: SentAs,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    return this.transact((trx) => markInvitationSent(trx, sent), sharedContext)
  }

  /** After a try that is known to have failed: the next one comes later, and there is a last one. */
  async putInvitationOff(
    failed: SentAs & { error: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    return this.transact(
      (trx) => putInvitationOff(trx, shortened(failed)),
      sharedContext
    )
  }

  /** After a try of which nobody knows how it ended: another might be the second e-mail. */
  async giveInvitationUp(
    failed: SentAs & { error: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    return this.transact(
      (trx) => giveInvitationUp(trx, shortened(failed)),
      sharedContext
    )
  }
}

const shortened = <Failed extends { error: string }>(
  failed: Failed
): Failed => ({
  ...failed,
  error: failed.error.slice(0, ERROR_LENGTH_MAX),
})
