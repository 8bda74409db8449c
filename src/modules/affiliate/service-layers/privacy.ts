import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import { patternOf, Pseudonym, pseudonymOf } from "../domain/erasure"
import { normalizeEmail } from "../domain/normalize"
import { Trx } from "../ledger/transaction"
import { databaseTime } from "../sql/clock"
import {
  affiliatesOfCustomer,
  customerErasedAt,
  findCustomer,
  forgetBuyer,
  recordCustomerErasure,
} from "../sql/customer-erasure"
import {
  forgetBelongings,
  forgetInvitations,
  lockOpenBalances,
  lockPerson,
  payoutsUnderWay,
  PersonRow,
  pseudonymise,
  wordsOfPerson,
} from "../sql/erasure"
import {
  ClickPlace,
  ordersTracing,
  scrubClicks,
  scrubTraces,
} from "../sql/erasure-pages"
import { forgetLinks } from "../sql/links"
import { lockBuyer, lockOrders } from "../sql/order-lock"
import { lockPeople } from "../sql/parents"
import { forgetForms, forgetLastFours } from "../sql/tax/forms"
import {
  ordersWithNotes,
  Scrub,
  scrubChanges,
  scrubText,
  scrubWrittenWords,
} from "../sql/scrub-words"
import { AffiliatePersonalData } from "./personal-data"
import { notAllowed, notFound } from "./refusals"

export interface ErasureInput {
  id: string
  /** Kept with the pseudonym, without the person's names and addresses. */
  reason: string
  /** Money that was not paid out may stay in the books, where nobody can ask for it. */
  confirm_balance: boolean
}

/** Who was erased, and by what the books call them from then on. */
export interface ErasedAffiliate extends Pseudonym {
  id: string
  erased_at: Date
}

export interface ErasedCustomer {
  customer_id: string
  erased_at: Date
  /** Affiliates that the customer is; their own data is still there. */
  affiliate_ids: string[]
}

/** Nothing is looked for that is not a word of its own: no name, no address. */
const NOTHING = "(?!)"

/**
 * Erasing people. The ledger, the verdicts and the record of who did what stay
 * as they were; whose they are is told by a pseudonym.
 */
export class AffiliatePrivacy extends AffiliatePersonalData {
  /**
   * Puts a pseudonym in an affiliate's place, in one transaction. Done before,
   * it answers the same and changes nothing.
   *
   * @throws not_found; not_allowed while payouts are under way, and for money in the books
   *   that nobody confirmed
   */
  async eraseAffiliate(
    input: ErasureInput,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ErasedAffiliate> {
    return this.transact(async (trx) => {
      await lockPeople(trx)
      const { names, emails } = await wordsOfPerson(trx, input.id)
      const pseudonym = pseudonymOf(input.id)
      const scrub: Scrub = {
        ...pseudonym,
        names: patternOf(names) ?? NOTHING,
        emails: patternOf(emails) ?? NOTHING,
      }
      // In the sequence of a reconcile: orders, then balances.
      await lockOrders(trx, await ordersWithNotes(trx, input.id, scrub))
      const balances = await lockOpenBalances(trx, input.id)
      const person = await lockPerson(trx, input.id)
      if (!person) {
        throw notFound(`There is no affiliate ${input.id}`)
      }
      if (person.erased_at) {
        return { id: person.id, ...pseudonym, erased_at: person.erased_at }
      }
      await this.checkPayouts_(trx, person)
      if (balances.length && !input.confirm_balance) {
        const told = balances.map(
          ({ currency_code, pending, available }) =>
            `${pending} pending and ${available} available in ${currency_code.toUpperCase()}`
        )
        throw notAllowed(
          `${person.name} has money in the books that was not paid out (${told.join("; ")}): nobody can ask for it after the erasure. Pay it out first, or send 'confirm_balance': true`
        )
      }
      const now = await databaseTime(trx)
      await pseudonymise(trx, input.id, {
        ...pseudonym,
        reason: await scrubText(trx, input.reason, scrub),
        now,
        history:
          person.status === "suspended"
            ? person.status_history
            : [
                ...person.status_history,
                { status: "suspended", at: now.toISOString() },
              ],
      })
      await forgetBelongings(trx, input.id, now)
      await forgetLinks(trx, input.id, now)
      await forgetForms(trx, {
        affiliate_id: input.id,
        retention_years: this.options_.tax.retention_years,
        year: now.getUTCFullYear(),
      })
      await forgetLastFours(trx, input.id)
      const invitation_ids = await forgetInvitations(trx, {
        id: input.id,
        name: pseudonym.name,
        emails: emails.map(normalizeEmail),
        now,
      })
      await scrubWrittenWords(trx, input.id, scrub)
      await scrubChanges(trx, { affiliate_id: input.id, invitation_ids }, scrub)
      return { id: input.id, ...pseudonym, erased_at: now }
    }, sharedContext)
  }

  /** Takes the visitors off one page of an affiliate's clicks. */
  async scrubClicks(
    input: { affiliate_id: string; after: ClickPlace; limit: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ClickPlace> {
    return this.transact((trx) => scrubClicks(trx, input), sharedContext)
  }

  /**
   * Has one page of traces call an erased affiliate by the pseudonym.
   *
   * @returns where the next page begins; `null` = this was the last
   */
  async scrubTraces(
    input: { affiliate_id: string; after: string; limit: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string | null> {
    return this.transact(async (trx) => {
      const order_ids = await ordersTracing(trx, input)
      await scrubTraces(trx, {
        affiliate_id: input.affiliate_id,
        order_ids,
        pseudonym: pseudonymOf(input.affiliate_id),
      })
      return order_ids.length < input.limit ? null : (order_ids.at(-1) ?? null)
    }, sharedContext)
  }

  /**
   * Takes a customer off all that the plugin knows. They are bound to nobody
   * from then on; what was earned by their orders stays earned.
   *
   * @throws not_found when neither Medusa nor the plugin ever heard of the customer
   */
  async eraseCustomer(
    { customer_id, reason }: { customer_id: string; reason: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ErasedCustomer> {
    return this.transact(async (trx) => {
      const person = await findCustomer(trx, customer_id)
      if (!person) {
        throw notFound(`There is no customer ${customer_id}`)
      }
      await lockBuyer(trx, person)
      const words = [person.email, person.full_name].filter(
        (word): word is string => word !== null
      )
      await forgetBuyer(trx, person, patternOf(words))
      if (!(await customerErasedAt(trx, customer_id))) {
        await recordCustomerErasure(trx, { customer_id, reason })
      }
      return {
        customer_id,
        erased_at: (await customerErasedAt(trx, customer_id))!,
        affiliate_ids: await affiliatesOfCustomer(trx, customer_id),
      }
    }, sharedContext)
  }

  private async checkPayouts_(
    trx: Trx,
    { id, name }: PersonRow
  ): Promise<void> {
    const payouts = await payoutsUnderWay(trx, id)
    if (payouts.length) {
      throw notAllowed(
        `${name} has payouts under way (${payouts.join(", ")}): finish or cancel them first`
      )
    }
  }
}
