import { model } from "@medusajs/framework/utils"

import AffiliateProgram from "./affiliate-program"

/** A banner or a text that the merchant offers to the affiliates of a program. */
const AffiliateCreative = model
  .define("affiliate_creative", {
    id: model.id({ prefix: "affcrea" }).primaryKey(),
    program: model.belongsTo(() => AffiliateProgram),
    title: model.text().searchable(),
    kind: model.enum(["banner", "text"]),
    /** What is read: of a text the words themselves, of a banner what stands for the image. */
    text: model.text().searchable().nullable(),
    /** On one of the allowed hosts. */
    destination_url: model.text(),
    /** Of the File module; `null` for a text, as all that follows. */
    file_id: model.text().nullable(),
    /** Where everybody can see it. */
    image_url: model.text().nullable(),
    mime_type: model.text().nullable(),
    /** Pixels. */
    width: model.number().nullable(),
    height: model.number().nullable(),
    /** From then on it is offered to nobody; where it is embedded already it stays. */
    archived_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_affiliate_creative_program_created",
      on: ["program_id", "created_at"],
    },
  ])

export default AffiliateCreative
