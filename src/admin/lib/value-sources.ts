import type { RuleAttribute } from "../types"
import { sdk } from "./sdk"

export type NamedValue = { value: string; label: string }

export type ValueQuery = {
  /** Words of the name. */
  q?: string
  /** Just these, whatever they are called. */
  ids?: string[]
  limit: number
  /** Of affiliates and tiers, those of one program only. */
  programId?: string
}

/** Where the values of an attribute are found. */
export type ValueSource = { find: (query: ValueQuery) => Promise<NamedValue[]> }

type Row = { id: string }
type Named = Row & { name: string }
type Titled = Row & { title: string }
type Valued = Row & { value: string }

/**
 * One of Medusa's own lists.
 *
 * @param list What the answer calls its rows.
 */
const source = <TRow extends Row>(
  route: string,
  list: string,
  fields: string,
  label: (row: TRow) => string
): ValueSource => ({
  find: async ({ q, ids, limit }) => {
    const answer = await sdk.client.fetch<Record<string, TRow[]>>(
      `/admin/${route}`,
      { query: { q, id: ids, limit, fields } }
    )
    return (answer[list] ?? []).map((row) => ({
      value: row.id,
      label: label(row),
    }))
  },
})

type Variant = Titled & { product?: { title: string } | null }
type Category = Named & { parent_category?: { name: string } | null }
type Campaign = Named & { campaign_identifier: string }

/** Medusa's campaigns are not to be had by their ids, so all of them are read. */
const CAMPAIGNS_MAX = 1000

const campaigns: ValueSource = {
  find: async ({ q, ids, limit }) => {
    const { campaigns } = await sdk.client.fetch<{ campaigns: Campaign[] }>(
      "/admin/campaigns",
      {
        query: {
          q,
          limit: ids ? CAMPAIGNS_MAX : limit,
          fields: "id,name,campaign_identifier",
        },
      }
    )
    return campaigns.flatMap(({ id, name, campaign_identifier }) =>
      ids
        ? // A rule may name a campaign by what the merchant calls it, too.
          [id, campaign_identifier]
            .filter((value) => ids.includes(value))
            .map((value) => ({ value, label: name }))
        : [{ value: id, label: name }]
    )
  },
}

const tiers: ValueSource = {
  find: async ({ q, ids, limit, programId }) => {
    const { affiliate_tiers } = await sdk.client.fetch<{
      affiliate_tiers: Named[]
    }>("/admin/affiliate-tiers", {
      query: { q, id: ids, limit, program_id: programId || undefined },
    })
    return affiliate_tiers.map(({ id, name }) => ({ value: id, label: name }))
  },
}

const affiliates: ValueSource = {
  find: async ({ q, ids, limit, programId }) => {
    const { affiliates } = await sdk.client.fetch<{
      affiliates: (Named & { email: string })[]
    }>("/admin/affiliates", {
      query: {
        q,
        id: ids,
        limit,
        program_id: programId || undefined,
        order: "name",
        fields: "id,name,email",
      },
    })
    return affiliates.map(({ id, name, email }) => ({
      value: id,
      label: ids ? name : `${name} · ${email}`,
    }))
  },
}

const nameOf = ({ name }: Named) => name
const titleOf = ({ title }: Titled) => title
const valueOf = ({ value }: Valued) => value

/** Attributes without a source have words for values. */
export const VALUE_SOURCES: Partial<Record<RuleAttribute, ValueSource>> = {
  product: source("products", "products", "id,title", titleOf),
  variant: source<Variant>(
    "product-variants",
    "variants",
    "id,title,product.title",
    ({ title, product }) => (product ? `${product.title} · ${title}` : title)
  ),
  collection: source("collections", "collections", "id,title", titleOf),
  category: source<Category>(
    "product-categories",
    "product_categories",
    "id,name,parent_category.name",
    ({ name, parent_category }) =>
      parent_category ? `${parent_category.name} / ${name}` : name
  ),
  type: source("product-types", "product_types", "id,value", valueOf),
  tag: source("product-tags", "product_tags", "id,value", valueOf),
  sales_channel: source("sales-channels", "sales_channels", "id,name", nameOf),
  region: source("regions", "regions", "id,name", nameOf),
  customer_group: source(
    "customer-groups",
    "customer_groups",
    "id,name",
    nameOf
  ),
  campaign: campaigns,
  tier: tiers,
  affiliate: affiliates,
}
