/**
 * As long as Medusa keeps a cart to itself while it is being completed. What is
 * older is an order, even where the process died in the middle.
 */
const CHECKOUT_SECONDS_MAX = 120

/**
 * SQL: whether the checkout that made an order is over. Medusa writes the order
 * down, then links it to its cart, then has the payment authorized, and deletes
 * it when that comes to nothing: judged before, it has no cart whose touches
 * count, or may never have been. The order's own event comes after all that;
 * who finds an order without one has to ask.
 *
 * @param of alias of the order
 */
export const checkoutIsOver = (of: string): string => `(
  ${of}.created_at < now() - interval '${CHECKOUT_SECONDS_MAX} seconds'
  -- A draft made an order, or changed in any other way: nobody is writing it down any more.
  OR ${of}.updated_at > ${of}.created_at
  OR (EXISTS (SELECT 1 FROM order_cart bought
               WHERE bought.order_id = ${of}.id AND bought.deleted_at IS NULL)
      AND EXISTS (SELECT 1 FROM order_payment_collection paid_by
                    JOIN payment authorized
                      ON authorized.payment_collection_id = paid_by.payment_collection_id
                   WHERE paid_by.order_id = ${of}.id AND paid_by.deleted_at IS NULL
                     AND authorized.canceled_at IS NULL)))`
