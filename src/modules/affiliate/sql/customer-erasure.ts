import { rowsOf, Trx } from "../ledger/transaction"

/** A customer as the plugin knows them. */
export interface CustomerPerson {
  customer_id: string
  /** Normalised; `null` = Medusa knows none any more. */
  email: string | null
  /** First and last name, as Medusa has them. */
  full_name: string | null
}

/** SQL: the conversions, or bonds, of the buyer `:customer_id`, `:email`. */
export const OF_BUYER =
  "(customer_id = :customer_id OR email_normalized = :email)"

/** SQL: the ids of the carts that the buyer filled, bought or not. */
export const CARTS_OF_BUYER = `
  SELECT bought.cart_id FROM order_cart bought
    JOIN affiliate_conversion v ON v.order_id = bought.order_id
   WHERE v.customer_id = :customer_id OR v.email_normalized = :email
   UNION
  SELECT id FROM cart WHERE customer_id = :customer_id OR lower(email) = :email`

/** SQL: the ids of the clicks that those carts remember, and of the same visitors. */
export const CLICKS_OF_BUYER = `
  SELECT k.id FROM affiliate_cart_touch t
    LEFT JOIN affiliate_click bound ON bound.id = t.click_id
    JOIN affiliate_click k
      ON k.id = t.click_id OR k.visitor_id = coalesce(t.visitor_id, bound.visitor_id)
   WHERE t.cart_id IN (${CARTS_OF_BUYER})`

/** `null` when neither Medusa nor the plugin ever heard of the id. */
export const findCustomer = async (
  trx: Trx,
  customer_id: string
): Promise<CustomerPerson | null> => {
  const [row] = await rowsOf<CustomerPerson & { known: boolean }>(
    trx,
    `SELECT :customer_id::text AS customer_id, lower(trim(c.email)) AS email,
            nullif(trim(concat_ws(' ', c.first_name, c.last_name)), '') AS full_name,
            c.id IS NOT NULL
              OR EXISTS (SELECT 1 FROM affiliate_conversion WHERE customer_id = :customer_id)
              OR EXISTS (SELECT 1 FROM affiliate_change
                          WHERE entity = 'customer' AND entity_id = :customer_id) AS known
       FROM (SELECT 1) AS one
       LEFT JOIN customer c ON c.id = :customer_id`,
    { customer_id }
  )
  return row.known ? row : null
}

/** When a customer was erased; `null` = never. */
export const customerErasedAt = async (
  trx: Trx,
  customer_id: string
): Promise<Date | null> => {
  const [row] = await rowsOf<{ at: Date | null }>(
    trx,
    `SELECT min(at) AS at FROM affiliate_change
      WHERE entity = 'customer' AND entity_id = :customer_id`,
    { customer_id }
  )
  return row.at
}

/** Keeps, as proof, that a customer was erased, and why. */
export const recordCustomerErasure = async (
  trx: Trx,
  input: { customer_id: string; reason: string }
): Promise<void> => {
  await trx.raw(
    `INSERT INTO affiliate_change
            (id, entity, entity_id, action, changes, actor_type, actor_id, at)
     VALUES ('affchange_' || replace(gen_random_uuid()::text, '-', ''),
             'customer', :customer_id, 'deleted',
             jsonb_build_object('reason', jsonb_build_object('from', null, 'to', :reason::text)),
             nullif(current_setting('affiliate.actor_type', true), ''),
             nullif(current_setting('affiliate.actor_id', true), ''),
             date_trunc('milliseconds', clock_timestamp()))`,
    input
  )
}

/**
 * Takes a buyer off verdicts, bonds, carts, clicks and their record: nobody is
 * bound to anybody by them any more, and the money stays as it is. Clicks and
 * carts first, because they are found through the verdicts.
 *
 * @param words pattern of the buyer's address and name; `null` = none known
 */
export const forgetBuyer = async (
  trx: Trx,
  { customer_id, email }: CustomerPerson,
  words: string | null
): Promise<void> => {
  const buyer = { customer_id, email }
  await trx.raw(
    `UPDATE affiliate_click
        SET visitor_id = NULL, sub_id = NULL, landing_url = NULL, referrer = NULL
      WHERE id IN (${CLICKS_OF_BUYER})`,
    buyer
  )
  await trx.raw(
    `UPDATE affiliate_cart_touch
        SET visitor_id = NULL, sub_id = NULL, updated_at = now()
      WHERE cart_id IN (${CARTS_OF_BUYER})`,
    buyer
  )
  await trx.raw(`DELETE FROM affiliate_attribution WHERE ${OF_BUYER}`, buyer)
  const verdicts = await rowsOf<{ id: string }>(
    trx,
    `UPDATE affiliate_conversion
        SET customer_id = NULL, email_normalized = NULL, sub_id = NULL,
            note = CASE WHEN :words::text IS NULL THEN note
                        ELSE regexp_replace(note, :words, 'erased', 'gi') END,
            updated_at = now()
      WHERE ${OF_BUYER}
      RETURNING id`,
    { ...buyer, words }
  )
  await trx.raw("SELECT set_config('affiliate.erasing', 'on', true)")
  const side = (name: "from" | "to") => `CASE
    WHEN jsonb_typeof(field.value -> '${name}') = 'string' AND :words::text IS NOT NULL
      THEN to_jsonb(regexp_replace(field.value ->> '${name}', :words, 'erased', 'gi'))
    ELSE field.value -> '${name}' END`
  await trx.raw(
    `UPDATE affiliate_change SET changes = (
       SELECT jsonb_object_agg(field.key, CASE
                WHEN field.key = 'customer_id' THEN '{"from": null, "to": null}'::jsonb
                ELSE jsonb_build_object('from', ${side("from")}, 'to', ${side("to")}) END)
         FROM jsonb_each(changes) field)
      WHERE entity = 'affiliate_conversion' AND entity_id = ANY(:ids)`,
    { ids: verdicts.map(({ id }) => id), words }
  )
  await trx.raw("SELECT set_config('affiliate.erasing', 'off', true)")
}

/** Affiliates that the customer is: their own data is erased by itself. */
export const affiliatesOfCustomer = async (
  trx: Trx,
  customer_id: string
): Promise<string[]> => {
  const rows = await rowsOf<{ id: string }>(
    trx,
    `SELECT id FROM affiliate
      WHERE customer_id = :customer_id AND deleted_at IS NULL ORDER BY id`,
    { customer_id }
  )
  return rows.map(({ id }) => id)
}
