const creativeFields = [
  "id",
  "program_id",
  "title",
  "kind",
  "text",
  "destination_url",
  "image_url",
  "mime_type",
  "width",
  "height",
  "archived_at",
  "created_at",
  "updated_at",
]

const allowed = [...creativeFields, "program"]

export const listAdminCreativesConfig = {
  entity: "affiliate_creative",
  defaults: creativeFields,
  allowed,
  isList: true,
}

export const retrieveAdminCreativeConfig = {
  entity: "affiliate_creative",
  defaults: creativeFields,
  allowed,
  isList: false,
}
