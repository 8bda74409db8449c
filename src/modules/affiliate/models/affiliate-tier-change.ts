import { model } from "@medusajs/framework/utils"

import { jsonList } from "./json-list"

/** An affiliate's move from one tier to another, with the figures that led to it. */
const AffiliateTierChange = model
  .define("affiliate_tier_change", {
    id: model.id({ prefix: "afftc" }).primaryKey(),
    affiliate_id: model.text(),
    /** Whose tiers they are. */
    program_id: model.text(),
    from_tier_id: model.text().nullable(),
    to_tier_id: model.text().nullable(),
    /** By the job, which promotes and demotes, or by a person. */
    by: model.enum(["requirements", "merchant"]),
    /** `RequirementFigure[]` of `domain/tiers.ts`: what was asked and what was found. */
    figures: jsonList(),
    at: model.dateTime(),
    /** When the event went out; `null` = still to be told. */
    announced_at: model.dateTime().nullable(),
    /** When the e-mail was handed over; `null` = not yet, or no provider. */
    notified_at: model.dateTime().nullable(),
    notify_attempts: model.number().default(0),
    /** Not tried again before; `null` = at once. */
    notify_after: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_affiliate_tier_change_affiliate",
      on: ["affiliate_id", "at"],
    },
  ])

export default AffiliateTierChange
