import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import { trxOf } from "../ledger/transaction"
import { lockAffiliate } from "../sql/affiliate-row"
import { databaseTime } from "../sql/clock"
import { lockPeople } from "../sql/parents"
import { checkAnswers } from "./application-rules"
import { AffiliateInvitationRecord } from "./invitation-checks"
import { AffiliateEmails } from "./emails"
import { AffiliateRecord, Undo, undoOf } from "./records"
import { notFound } from "./refusals"

/** What somebody who accepts says of themselves. The e-mail is the one invited. */
export interface Acceptance {
  token_hash: string | null
  name: string
  auth_identity_id: string
  customer_id: string | null
  /** The code they would like, where the invitation promises none. */
  code?: string | null
  website?: string | null
  country_code?: string | null
  answers?: Record<string, unknown> | null
  agreement_version?: string | null
  /** Where they accept from; kept as a keyed hash only. */
  address?: string | null
}

export interface Accepted {
  affiliate: AffiliateRecord
  invitation_id: string
  /** The code to be made; `null` = an affiliate who was there before has what it has. */
  code: { code?: string; discount_percent: number | null } | null
  /** Of an affiliate who was there before; `null` = it is new. */
  undo: Undo<AffiliateRecord, object> | null
}

export const noSuchInvitation = () =>
  notFound("There is no such invitation, or it is not open any more")

/** Accepting an invitation, which is done once. */
export class AffiliateAcceptances extends AffiliateEmails {
  /**
   * Whoever accepts is approved at once, on what the invitation says; an affiliate whom the merchant made by
   * hand gets the login. All who accept wait for one lock, so that an invitation is used once.
   *
   * @throws not_found for whatever is wrong with the token; invalid_data for answers that do not fit the
   *   program's form, though nobody invited has to answer; duplicate_error for a login, a customer or an
   *   e-mail that is an affiliate's by now
   */
  async acceptInvitation(
    { token_hash, ...said }: Acceptance,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Accepted> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      const invitation = await this.findOpenInvitation(token_hash, context)
      if (!invitation) {
        throw noSuchInvitation()
      }
      const program = await this.programOf_(invitation.program_id, context)
      checkAnswers(program, said.answers ?? {}, false)
      const accepted = invitation.affiliate_id
        ? await this.bindInvited_(invitation.affiliate_id, said, context)
        : await this.enrolInvited_(invitation, said, context)
      await this.updateAffiliateInvitations(
        {
          id: invitation.id,
          accepted_at: await databaseTime(trx),
          affiliate_id: accepted.affiliate.id,
        },
        context
      )
      return { ...accepted, invitation_id: invitation.id }
    }, sharedContext)
  }

  /** Undoes `acceptInvitation`: the invitation is open again. */
  async takeBackAcceptance(
    {
      affiliate_id,
      invitation_id,
      undo,
    }: {
      affiliate_id: string
      invitation_id: string
      undo: Accepted["undo"]
    },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    return this.transact(async (trx, context) => {
      await lockPeople(trx)
      await this.updateAffiliateInvitations(
        {
          id: invitation_id,
          accepted_at: null,
          affiliate_id: undo ? affiliate_id : null,
        },
        context
      )
      if (undo) {
        await this.updateAffiliates(undo, context)
      } else {
        await this.deleteAffiliates([affiliate_id], context)
      }
    }, sharedContext)
  }

  private async enrolInvited_(
    invitation: AffiliateInvitationRecord,
    { code, ...said }: Omit<Acceptance, "token_hash">,
    context: Context
  ): Promise<Omit<Accepted, "invitation_id">> {
    const affiliate = await this.enrolAffiliate(
      {
        ...said,
        email: invitation.email,
        program_id: invitation.program_id,
        tier_id: invitation.tier_id,
        parent_id: invitation.parent_id,
        status: "approved",
      },
      context
    )
    return {
      affiliate,
      undo: null,
      code: {
        code: invitation.code ?? code ?? undefined,
        discount_percent: invitation.discount_percent,
      },
    }
  }

  /** What the merchant has written stays; the person adds what is missing. */
  private async bindInvited_(
    id: string,
    said: Omit<Acceptance, "token_hash">,
    context: Context
  ): Promise<Omit<Accepted, "invitation_id">> {
    await lockAffiliate(trxOf(context), id)
    const before = await this.affiliateOf_(id, context).catch(() => null)
    if (!before || before.auth_identity_id) {
      throw noSuchInvitation()
    }
    const agreement = said.agreement_version
      ? await this.agreementToAccept_(before.program_id, said, context)
      : null
    const now = await databaseTime(trxOf(context))
    const update = {
      id,
      auth_identity_id: said.auth_identity_id,
      customer_id: before.customer_id ?? said.customer_id,
      website: before.website ?? said.website ?? null,
      country_code: before.country_code ?? said.country_code ?? null,
      answers: said.answers ?? before.answers,
      agreement_version: said.agreement_version ?? before.agreement_version,
      agreement_accepted_at: said.agreement_version
        ? now
        : before.agreement_accepted_at,
    }
    await this.checkUnique_({ ...before, ...update }, id, context)
    const affiliate = await this.updateAffiliates(update, context)
    await this.acceptOnJoining_(agreement, id, said.address, context)
    return { affiliate, undo: undoOf(before, update), code: null }
  }
}
