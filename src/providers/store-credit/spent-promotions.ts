import type { Knex } from "@medusajs/framework/mikro-orm/knex"

import { rowsOf } from "../../modules/affiliate/ledger/transaction"

/**
 * How much more than the gift its campaign may spend. Medusa shares a discount
 * out over the goods without rounding; a last digit too much would otherwise
 * have it refuse a whole checkout. Below the smallest coin of any currency.
 */
export const LEEWAY = 0.0001

/** Digits of the smallest coin there is (Kuwaiti dinar). */
const DIGITS = 3

/**
 * Lowers gifts that were used in part to what is left of them. Medusa grants a
 * fixed discount whole or, where the rest of the budget is smaller, not at all:
 * without this, the rest would be lost to the affiliate. At most the gift is
 * ever given, also while this has not run yet. One statement, that any number
 * of processes may run at once.
 *
 * A gift that is used up stays active: Medusa refuses a checkout over the budget
 * only of an active promotion, and grants what an older cart has of another.
 *
 * @returns how many were lowered
 */
export const settleSpentGifts = async (knex: Knex): Promise<number> => {
  const settled = await rowsOf<{ id: string }>(
    knex,
    `UPDATE promotion_application_method method
        SET value = gift.rest, raw_value = jsonb_build_object('value', gift.rest::text, 'precision', 20),
            updated_at = now()
       FROM (SELECT promotion.id AS promotion_id,
                    round(budget."limit" - :leeway::numeric - budget.used, :digits::int) AS rest
               FROM promotion_campaign campaign
               JOIN promotion_campaign_budget budget ON budget.campaign_id = campaign.id AND budget.used > 0
               JOIN promotion ON promotion.campaign_id = campaign.id AND promotion.deleted_at IS NULL
              WHERE campaign.campaign_identifier LIKE 'affiliate\\_payout\\_affpay\\_%'
                AND campaign.deleted_at IS NULL) gift
      WHERE method.promotion_id = gift.promotion_id AND gift.rest > 0 AND gift.rest <> method.value
     RETURNING method.id`,
    { leeway: LEEWAY, digits: DIGITS }
  )
  return settled.length
}
