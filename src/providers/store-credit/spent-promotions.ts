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
 * Lowers gifts that were used in part to what is left of them, and ends those
 * that were used up. Medusa grants a fixed discount whole or, where the rest of
 * the budget is smaller, not at all: without this, the rest would be lost to
 * the affiliate. At most the gift is ever given, also while this has not run
 * yet. One statement, that any number of processes may run at once.
 *
 * @returns how many were lowered or ended
 */
export const settleSpentGifts = async (knex: Knex): Promise<number> => {
  const settled = await rowsOf<{ id: string }>(
    knex,
    `WITH gift AS (
       SELECT promotion.id AS promotion_id, method.id AS method_id, method.value,
              round(budget."limit" - :leeway::numeric - budget.used, :digits::int) AS rest
         FROM promotion_campaign campaign
         JOIN promotion_campaign_budget budget ON budget.campaign_id = campaign.id AND budget.used > 0
         JOIN promotion ON promotion.campaign_id = campaign.id AND promotion.status = 'active'
              AND promotion.deleted_at IS NULL
         JOIN promotion_application_method method ON method.promotion_id = promotion.id
        WHERE campaign.campaign_identifier LIKE 'affiliate\\_payout\\_affpay\\_%' AND campaign.deleted_at IS NULL
     ), lowered AS (
       UPDATE promotion_application_method method
          SET value = gift.rest, raw_value = jsonb_build_object('value', gift.rest::text, 'precision', 20),
              updated_at = now()
         FROM gift
        WHERE method.id = gift.method_id AND gift.rest > 0 AND gift.rest <> method.value
       RETURNING method.id
     ), ended AS (
       UPDATE promotion SET status = 'inactive', updated_at = now()
         FROM gift
        WHERE promotion.id = gift.promotion_id AND gift.rest <= 0
       RETURNING promotion.id
     )
     SELECT id FROM lowered UNION ALL SELECT id FROM ended`,
    { leeway: LEEWAY, digits: DIGITS }
  )
  return settled.length
}
