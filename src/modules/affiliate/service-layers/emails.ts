import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import { OptionalEmail } from "../domain/emails"
import { AgreementReader, readersOfAgreement } from "../sql/emails"
import { AffiliateInvitationEmails } from "./invitation-emails"

/** Who gets which e-mail. */
export class AffiliateEmails extends AffiliateInvitationEmails {
  /**
   * Whether an affiliate wants to hear of something by e-mail: for a store that
   * sends e-mails of its own when the plugin's events say so. Nobody is written
   * to who was deleted or erased.
   *
   * @example
   * if (await affiliates.wantsEmail(data.affiliate_id, "payout_paid")) { … }
   */
  async wantsEmail(
    affiliate_id: string,
    email: OptionalEmail,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    const [affiliate] = await this.listAffiliates(
      { id: affiliate_id, erased_at: null },
      { select: ["id", "emails_off"] },
      sharedContext
    )
    return !!affiliate && !affiliate.emails_off.includes(email)
  }

  /** Those who are to be told of an agreement, page by page; see `readersOfAgreement`. */
  async readersOfAgreement(
    input: { agreement_id: string; after: string; limit: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<AgreementReader[]> {
    return this.transact((trx) => readersOfAgreement(trx, input), sharedContext)
  }
}
