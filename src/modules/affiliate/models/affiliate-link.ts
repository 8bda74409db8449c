import { model } from "@medusajs/framework/utils"

import Affiliate from "./affiliate"

/**
 * A tracking link: whoever follows its slug is sent to the destination, and the
 * visit is credited to the affiliate. A slug that brought visitors keeps its
 * word, so that nobody else can take it over.
 */
const AffiliateLink = model
  .define("affiliate_link", {
    id: model.id({ prefix: "afflink" }).primaryKey(),
    affiliate: model.belongsTo(() => Affiliate),
    /** As it was asked for; matched in any letter case. */
    slug: model.text().searchable(),
    /** `lower(slug)`, unique for ever (index without a `deleted_at` filter). */
    slug_key: model.text(),
    /** On one of the allowed hosts; checked again when it is followed. */
    destination_url: model.text().searchable(),
    label: model.text().searchable().nullable(),
    /** The name of the campaign it belongs to. */
    campaign: model.text().searchable().nullable(),
    /** The affiliate's own mark, for a visit that brings none. */
    sub_id: model.text().nullable(),
    /** `Utm` of `domain/links/utm.ts`; goes before the program's template. */
    utm: model.json().nullable(),
    /** From then on it leads nowhere; `null` = it works. */
    archived_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_affiliate_link_affiliate_created",
      on: ["affiliate_id", "created_at"],
    },
    {
      name: "IDX_affiliate_link_campaign",
      on: ["affiliate_id", "campaign"],
      where: "campaign IS NOT NULL",
    },
  ])

export default AffiliateLink
