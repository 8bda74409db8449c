import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"

import { rowsOf } from "../../modules/affiliate/ledger/transaction"
import {
  AbstractPayoutProvider,
  PayoutLookUp,
  PayoutOnboarding,
  PayoutProviderCheck,
  PayoutResult,
  SendPayoutInput,
  StartedPayment,
  ValidatedPayoutAccount,
} from "../types"
import { createGift, findGift, withdrawGift } from "./gift-promotions"
import {
  creditAccount,
  findCredit,
  hasLoyalty,
  takeBackCredit,
} from "./loyalty-accounts"

/**
 * Payouts as money to spend in the store itself. Where Medusa's loyalty plugin
 * is installed they go to the affiliate's store credit account, or to one that
 * is claimed with a code where the affiliate is no customer; where it is not,
 * they are a promotion for the affiliate alone. A code is the payout's
 * `reference`, which the affiliate sees.
 *
 * Nothing leaves the database, so that nothing is unknown for long: a payment
 * is made or it is not, and its key is in a column that is unique.
 */
export class StoreCreditPayoutProvider extends AbstractPayoutProvider {
  static override identifier = "store-credit"

  readonly transferred_by = "service"

  private readonly knex_: Knex

  constructor(container: Record<string, unknown>) {
    super()
    this.knex_ = container[ContainerRegistrationKeys.PG_CONNECTION] as Knex
  }

  /** There is nothing to say: the credit is the affiliate's own. */
  async validateAccount(
    details: Record<string, unknown>
  ): Promise<ValidatedPayoutAccount> {
    const [unknown] = Object.keys(details)
    if (unknown) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `details.${unknown}: store credit takes no details`
      )
    }
    return { details: {}, masked: {} }
  }

  async send(input: SendPayoutInput): Promise<PayoutResult> {
    const made = await this.lookUp(input)
    if (made.status !== "not_found") {
      return made
    }
    const person = await this.personOf(input.affiliate_id)
    const reference = hasLoyalty()
      ? await creditAccount(this.knex_, input, person.customer_id)
      : await createGift(this.knex_, input, person)
    return { status: "paid", reference }
  }

  /** Both ways are looked at: the store may have changed from one to the other meanwhile. */
  async lookUp({
    idempotency_key,
  }: Pick<StartedPayment, "idempotency_key">): Promise<PayoutLookUp> {
    const reference =
      (await findCredit(this.knex_, idempotency_key)) ??
      (await findGift(this.knex_, idempotency_key))
    return reference ? { status: "paid", reference } : { status: "not_found" }
  }

  /** @throws not_allowed when some of it was used, or nothing was given */
  override async reverse(
    payment: StartedPayment,
    reason: string
  ): Promise<{ status: "returned"; reason: string }> {
    const taken =
      (await takeBackCredit(this.knex_, payment)) ||
      (await withdrawGift(this.knex_, payment.idempotency_key))
    if (!taken) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "Nothing was given for this payout, so there is nothing to take back"
      )
    }
    return { status: "returned", reason }
  }

  override async check(): Promise<PayoutProviderCheck> {
    const loyalty = hasLoyalty()
    return {
      ok: true,
      message: loyalty
        ? "Payouts go to store credit accounts of Medusa's loyalty plugin."
        : "Payouts become promotion codes, because Medusa's loyalty plugin is not installed.",
      facts: { pays_with: loyalty ? "store credit" : "promotion code" },
    }
  }

  async describeOnboarding(): Promise<PayoutOnboarding> {
    return { type: "form", fields: [] }
  }

  /** Who the payout is for; the customer only while there is an account that they can log in to. */
  private async personOf(
    affiliate_id: string
  ): Promise<{ customer_id: string | null; email: string }> {
    const [person] = await rowsOf<{
      customer_id: string | null
      email: string
    }>(
      this.knex_,
      `SELECT affiliate.email, customer.id AS customer_id
         FROM affiliate
         LEFT JOIN customer ON customer.id = affiliate.customer_id AND customer.has_account
              AND customer.deleted_at IS NULL
        WHERE affiliate.id = :affiliate_id`,
      { affiliate_id }
    )
    if (!person) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Affiliate with id: ${affiliate_id} was not found`
      )
    }
    return person
  }
}
