import type { RuleAttribute } from "../types"

/** What a condition may ask about, goods first, as a form offers it. */
export const RULE_ATTRIBUTES = [
  "product",
  "variant",
  "collection",
  "category",
  "type",
  "tag",
  "item_kind",
  "customer_kind",
  "customer_group",
  "affiliate",
  "tier",
  "campaign",
  "sales_channel",
  "region",
] as const satisfies readonly RuleAttribute[]

/** Attributes whose values are words, not ids. */
export const WORD_VALUES: Partial<
  Record<
    RuleAttribute,
    readonly ("gift_card" | "on_sale" | "new" | "returning")[]
  >
> = {
  item_kind: ["gift_card", "on_sale"],
  customer_kind: ["new", "returning"],
}
