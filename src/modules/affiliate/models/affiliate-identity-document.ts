import { model } from "@medusajs/framework/utils"

/** A paper that shows who an affiliate is, kept by Medusa's File module. */
const AffiliateIdentityDocument = model.define("affiliate_identity_document", {
  id: model.id({ prefix: "affdoc" }).primaryKey(),
  affiliate_id: model.text().index(),
  /** Of the File module's provider. */
  file_id: model.text(),
  name: model.text(),
  mime_type: model.text(),
})

export default AffiliateIdentityDocument
