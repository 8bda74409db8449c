import { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { toAmount } from "../../../modules/affiliate/domain/money"
import { OrderSnapshot } from "../../../modules/affiliate/domain/order-snapshot"
import {
  AttributeValues,
  OrderAttributes,
} from "../../../modules/affiliate/domain/rules/rule"

const ORDER_FIELDS = [
  "id",
  "sales_channel_id",
  "region_id",
  "customer_id",
  "items.id",
  "items.product_id",
  "items.variant_id",
  "items.product_type_id",
  "items.is_giftcard",
  "items.unit_price",
  "items.compare_at_unit_price",
  "items.adjustments.promotion_id",
  "shipping_methods.adjustments.promotion_id",
  "promotions.id",
]

const PRODUCT_FIELDS = [
  "id",
  "collection_id",
  "type_id",
  "tags.id",
  "categories.id",
  // The ids from the root down, with dots between.
  "categories.mpath",
]

interface WithAdjustments {
  adjustments?: ({ promotion_id?: string | null } | null)[] | null
}

interface RawItem extends WithAdjustments {
  id: string
  product_id: string | null
  variant_id: string | null
  product_type_id: string | null
  is_giftcard: boolean
  unit_price: BigNumberInput
  compare_at_unit_price: BigNumberInput | null
}

interface RawOrder {
  id: string
  sales_channel_id: string | null
  region_id: string | null
  customer_id: string | null
  items: RawItem[]
  shipping_methods: WithAdjustments[]
  promotions?: ({ id: string } | null)[] | null
}

interface RawProduct {
  id: string
  collection_id: string | null
  type_id: string | null
  tags: { id: string }[]
  categories: { id: string; mpath: string | null }[]
}

const present = (...values: (string | null | undefined)[]): string[] => [
  ...new Set(values.filter((value): value is string => Boolean(value))),
]

const promotionsOf = (order: RawOrder): string[] =>
  present(
    ...(order.promotions ?? []).map((promotion) => promotion?.id),
    ...[...order.items, ...order.shipping_methods].flatMap(({ adjustments }) =>
      (adjustments ?? []).map((adjustment) => adjustment?.promotion_id)
    )
  )

/** Sold below the price that is struck through beside it. */
const isOnSale = ({ unit_price, compare_at_unit_price }: RawItem): boolean =>
  compare_at_unit_price !== null &&
  toAmount(compare_at_unit_price).gt(toAmount(unit_price))

const valuesOfItem = (
  item: RawItem,
  product: RawProduct | undefined
): AttributeValues => ({
  product: present(item.product_id),
  variant: present(item.variant_id),
  collection: present(product?.collection_id),
  category: present(
    ...(product?.categories ?? []).flatMap(({ id, mpath }) => [
      id,
      ...(mpath ?? "").split("."),
    ])
  ),
  type: present(product?.type_id ?? item.product_type_id),
  tag: present(...(product?.tags ?? []).map(({ id }) => id)),
  item_kind: present(
    item.is_giftcard ? "gift_card" : null,
    isOnSale(item) ? "on_sale" : null
  ),
})

/** Campaigns answer to their id and to the identifier that a merchant gave them. */
const readCampaigns = async (
  container: MedusaContainer,
  promotion_ids: string[]
): Promise<string[]> => {
  if (!promotion_ids.length) {
    return []
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "promotion",
    fields: ["id", "campaign.id", "campaign.campaign_identifier"],
    filters: { id: promotion_ids },
  })
  return present(
    ...data.flatMap(({ campaign }) => [
      campaign?.id,
      campaign?.campaign_identifier,
    ])
  )
}

const readCustomerGroups = async (
  container: MedusaContainer,
  customer_id: string | null
): Promise<string[]> => {
  if (!customer_id) {
    return []
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "customer",
    fields: ["id", "groups.id"],
    filters: { id: customer_id },
  })
  return present(
    ...data.flatMap(({ groups }) =>
      (groups ?? []).map((group: { id: string } | null) => group?.id)
    )
  )
}

const readProducts = async (
  container: MedusaContainer,
  ids: string[]
): Promise<Map<string, RawProduct>> => {
  if (!ids.length) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product",
    fields: PRODUCT_FIELDS,
    filters: { id: ids },
  })
  const products = data as unknown as RawProduct[]
  return new Map(products.map((product) => [product.id, product]))
}

/** What commission rules ask about an order and its lines, as the store has it now. */
const readAttributes = async (
  container: MedusaContainer,
  order_id: string
): Promise<OrderAttributes> => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const {
    data: [found],
  } = await query.graph({
    entity: "order",
    fields: ORDER_FIELDS,
    filters: { id: order_id },
  })
  const order = found as unknown as RawOrder
  const [campaign, customer_group, products] = await Promise.all([
    readCampaigns(container, promotionsOf(order)),
    readCustomerGroups(container, order.customer_id),
    readProducts(
      container,
      present(...order.items.map(({ product_id }) => product_id))
    ),
  ])
  return {
    order: {
      sales_channel: present(order.sales_channel_id),
      region: present(order.region_id),
      customer_group,
      campaign,
    },
    lines: Object.fromEntries(
      order.items.map((item) => [
        item.id,
        valuesOfItem(item, products.get(item.product_id ?? "")),
      ])
    ),
  }
}

/** An order with what commission rules ask about. Only for stores with rules: it costs queries. */
export const withAttributes = async (
  container: MedusaContainer,
  order: OrderSnapshot
): Promise<OrderSnapshot> => ({
  ...order,
  attributes: await readAttributes(container, order.order_id),
})
