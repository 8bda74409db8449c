import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaModule } from "@medusajs/framework/modules-sdk"
import { IPromotionModuleService } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"

import { rowsOf } from "../../modules/affiliate/ledger/transaction"
import { SendPayoutInput } from "../types"
import { rowIdOf, secretCode } from "./keys"
import { LEEWAY } from "./spent-promotions"

const CODE_PREFIX = "GIFT"

/** What our campaigns are called begins with this; their identifiers are unique in Medusa. */
export const CAMPAIGN_PREFIX = "affiliate_payout"

const campaignOf = (idempotency_key: string): string =>
  rowIdOf(CAMPAIGN_PREFIX, idempotency_key)

/**
 * A module's container does not hold the other modules, by Medusa's design; a
 * provider is not a workflow either, so it takes the service from where Medusa
 * keeps all of them.
 */
const promotionService = (): IPromotionModuleService => {
  const loaded: Record<string, unknown> | undefined =
    MedusaModule.getModuleInstance(Modules.PROMOTION)
  const service = loaded?.[Modules.PROMOTION]
  if (!service) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "The store has no promotion module"
    )
  }
  return service as IPromotionModuleService
}

/** Whom the code is for: nobody else can use it, should it become known. */
const ruleFor = ({
  customer_id,
  email,
}: {
  customer_id: string | null
  email: string
}) => ({
  attribute: customer_id ? "customer.id" : "email",
  operator: "eq" as const,
  values: [customer_id ?? email.toLowerCase()],
})

/** The code of a payment that was made; `null` where it was not. */
export const findGift = async (
  knex: Knex,
  idempotency_key: string
): Promise<string | null> => {
  const [gift] = await rowsOf<{ code: string }>(
    knex,
    // Deleted ones too: what a merchant deleted was given, and is not given again.
    `SELECT promotion.code
       FROM promotion_campaign campaign
       JOIN promotion ON promotion.campaign_id = campaign.id
      WHERE campaign.campaign_identifier = :campaign
      ORDER BY promotion.created_at LIMIT 1`,
    { campaign: campaignOf(idempotency_key) }
  )
  return gift?.code ?? null
}

/**
 * Gives a payment as a promotion: a fixed amount off the goods, taxes included,
 * under a campaign that may spend just that much.
 *
 * @returns its code
 */
export const createGift = async (
  knex: Knex,
  { idempotency_key, amount, currency_code }: SendPayoutInput,
  person: { customer_id: string | null; email: string }
): Promise<string> => {
  const campaign = campaignOf(idempotency_key)
  try {
    const promotion = await promotionService().createPromotions({
      code: secretCode(CODE_PREFIX),
      type: "standard",
      status: "active",
      is_automatic: false,
      is_tax_inclusive: true,
      rules: [ruleFor(person)],
      application_method: {
        type: "fixed",
        target_type: "order",
        allocation: "across",
        value: Number(amount),
        currency_code,
      },
      campaign: {
        name: "Affiliate payout",
        campaign_identifier: campaign,
        budget: {
          type: "spend",
          limit: Number(amount) + LEEWAY,
          currency_code,
        },
      },
    })
    return promotion.code!
  } catch (error) {
    // Somebody else was quicker with the same key: Medusa keeps the identifiers of campaigns unique.
    const made = await findGift(knex, idempotency_key)
    if (made) {
      return made
    }
    throw error
  }
}

/**
 * Ends a gift that nobody has used: its campaign may spend nothing any more,
 * decided under the lock that Medusa takes for a use. The promotion stays
 * active, because only then Medusa refuses a cart that has the discount already.
 *
 * @returns `false` where this payment was no promotion
 * @throws not_allowed when some of it was used
 */
export const withdrawGift = async (
  knex: Knex,
  idempotency_key: string
): Promise<boolean> =>
  knex.transaction(
    async (trx) => {
      const [budget] = await rowsOf<{ id: string; used: boolean }>(
        trx,
        `SELECT budget.id, budget.used > 0 AS used
           FROM promotion_campaign_budget budget
           JOIN promotion_campaign campaign ON campaign.id = budget.campaign_id
          WHERE campaign.campaign_identifier = :campaign
            FOR UPDATE OF budget`,
        { campaign: campaignOf(idempotency_key) }
      )
      if (!budget) {
        return false
      }
      if (budget.used) {
        throw new MedusaError(
          MedusaError.Types.NOT_ALLOWED,
          "The code was already used, so it cannot be taken back"
        )
      }
      // Medusa takes a limit of 0 for none at all.
      await trx.raw(
        `UPDATE promotion_campaign_budget
            SET "limit" = :limit::numeric, raw_limit = jsonb_build_object('value', :limit::text, 'precision', 20),
                updated_at = now()
          WHERE id = :id`,
        { id: budget.id, limit: LEEWAY }
      )
      return true
    },
    { isolationLevel: "read committed" }
  )
