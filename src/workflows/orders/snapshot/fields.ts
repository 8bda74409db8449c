import { BigNumberInput, BigNumberValue } from "@medusajs/framework/types"

/** What is read of an order; the totals are Medusa's own, computed on read. */
export const ORDER_FIELDS = [
  "id",
  "display_id",
  "status",
  "is_draft_order",
  "updated_at",
  "canceled_at",
  "email",
  "customer_id",
  "currency_code",
  "total",
  "credit_line_total",
  "items.*",
  "items.detail.*",
  "items.adjustments.*",
  "items.tax_lines.*",
  "shipping_methods.*",
  "shipping_methods.detail.*",
  "shipping_methods.adjustments.*",
  "shipping_methods.tax_lines.*",
  "cart.id",
]

export const CLAIM_FIELDS = [
  "id",
  "order_id",
  "type",
  "canceled_at",
  // Without `claim_items` beside it: asked for both, Medusa leaves this one empty.
  "additional_items.item_id",
  "return_id",
]

export const RETURN_CHANGE_FIELDS = [
  "id",
  "return_id",
  "actions.action",
  "actions.applied",
  "actions.details",
]

interface RawAdjustment {
  code?: string | null
  promotion_id?: string | null
  amount: BigNumberValue
  subtotal?: BigNumberInput
}

interface RawTotals {
  raw_subtotal?: BigNumberInput
  raw_total?: BigNumberInput
  raw_discount_subtotal?: BigNumberInput
  subtotal: BigNumberInput
  total: BigNumberInput
  discount_subtotal: BigNumberInput
}

export interface RawOrderItem extends RawTotals {
  id: string
  title: string
  unit_price: BigNumberInput
  raw_unit_price?: BigNumberInput
  quantity: BigNumberInput
  is_tax_inclusive?: boolean
  tax_lines?: { rate: number }[]
  adjustments?: (RawAdjustment & { is_tax_inclusive: boolean })[]
  detail: {
    return_received_quantity: BigNumberInput
    return_dismissed_quantity: BigNumberInput
  }
}

export interface RawShippingMethod extends RawTotals {
  id: string
  name: string
  adjustments?: RawAdjustment[]
  detail?: {
    return_id?: string | null
    claim_id?: string | null
    exchange_id?: string | null
  }
}

/** An order as `query.graph` answers `ORDER_FIELDS`. */
export interface RawOrder {
  id: string
  display_id: number | null
  status: string
  is_draft_order: boolean
  updated_at: string | Date
  canceled_at: string | Date | null
  email: string | null
  customer_id: string | null
  currency_code: string
  total: BigNumberInput
  raw_total?: BigNumberInput
  credit_line_total: BigNumberInput
  items: RawOrderItem[]
  shipping_methods: RawShippingMethod[]
  cart?: { id: string } | null
}

/** A claim as `query.graph` answers `CLAIM_FIELDS`. */
export interface RawClaim {
  id: string
  order_id: string
  type: "replace" | "refund"
  canceled_at: string | Date | null
  /** The goods that replace the damaged ones. */
  additional_items: { item_id: string }[]
  return_id: string | null
}

/** A change of an order by a return, as `query.graph` answers `RETURN_CHANGE_FIELDS`. */
export interface RawReturnChange {
  id: string
  return_id: string | null
  actions: {
    action: string
    applied: boolean
    details: { reference_id: string; quantity: BigNumberInput }
  }[]
}
