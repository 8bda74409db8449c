/**
 * SQL: when the order `o` was sold; its first verdict keeps that for ever.
 *
 * A cart becomes an order the moment it is sold. A draft is a row long before,
 * and Medusa writes down nowhere when it was made an order: that sets the row's
 * `updated_at`, and so does every change after it. A verdict that comes after
 * such a change goes by what drafts do not have: tax lines made anew, all of
 * them, right before the draft becomes an order, and never again; money; and
 * changes of other kinds than a draft has too. What this cannot tell is an order
 * without tax whose first change since, before it is judged, is an edit or a new
 * address: it counts as sold when that, or the next change, was made.
 */
export const SOLD_AT = `CASE
  WHEN EXISTS (SELECT 1 FROM order_cart bought
                WHERE bought.order_id = o.id AND bought.deleted_at IS NULL)
  THEN o.created_at
  ELSE coalesce(
    (SELECT judged.placed_at FROM affiliate_conversion judged
      WHERE judged.order_id = o.id AND judged.deleted_at IS NULL),
    least(
      o.updated_at,
      (SELECT min(tax.created_at) FROM order_item item
         JOIN order_line_item_tax_line tax ON tax.item_id = item.item_id
        WHERE item.order_id = o.id AND tax.deleted_at IS NULL),
      (SELECT min(tax.created_at) FROM order_shipping shipping
         JOIN order_shipping_method_tax_line tax
           ON tax.shipping_method_id = shipping.shipping_method_id
        WHERE shipping.order_id = o.id AND tax.deleted_at IS NULL),
      (SELECT min(paid.created_at) FROM order_transaction paid
        WHERE paid.order_id = o.id AND paid.deleted_at IS NULL),
      (SELECT min(change.created_at) FROM order_change change
        WHERE change.order_id = o.id AND change.deleted_at IS NULL
          AND coalesce(change.change_type, '') NOT IN ('edit', 'update_order')))) END`
