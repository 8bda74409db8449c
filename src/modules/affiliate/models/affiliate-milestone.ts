import { model } from "@medusajs/framework/utils"

/** An earnings threshold an affiliate has reached, once for ever. */
const AffiliateMilestone = model
  .define("affiliate_milestone", {
    id: model.id({ prefix: "affmile" }).primaryKey(),
    affiliate_id: model.text(),
    program_id: model.text(),
    currency_code: model.text(),
    threshold: model.bigNumber(),
    reached_at: model.dateTime(),
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
      name: "IDX_affiliate_milestone_once_unique",
      on: ["affiliate_id", "program_id", "currency_code", "threshold"],
      unique: true,
    },
  ])

export default AffiliateMilestone
