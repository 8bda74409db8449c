import { model } from "@medusajs/framework/utils"

/**
 * Who changed what, when, from what to what. Written by the database itself in
 * the transaction of the change, so that no code path can forget it; append-only.
 */
const AffiliateChange = model
  .define("affiliate_change", {
    id: model.id({ prefix: "affchange" }).primaryKey(),
    /** The table whose row changed. */
    entity: model.text(),
    entity_id: model.text(),
    /** Whom it concerns; `null` = a program's terms. */
    affiliate_id: model.text().nullable(),
    action: model.enum(["created", "changed", "deleted"]),
    /** `{ field: { from, to } }`; secrets are left out. */
    changes: model.json(),
    /** `user`, `affiliate`, `customer`, `api-key`; `null` = the plugin by itself. */
    actor_type: model.text().nullable(),
    actor_id: model.text().nullable(),
    at: model.dateTime(),
  })
  .indexes([
    {
      name: "IDX_affiliate_change_entity",
      on: ["entity", "entity_id", "at"],
    },
    {
      name: "IDX_affiliate_change_affiliate",
      on: ["affiliate_id", "at"],
      where: "affiliate_id IS NOT NULL",
    },
  ])

export default AffiliateChange
