export const linkFields = [
  "id",
  "slug",
  "destination_url",
  "label",
  "campaign",
  "sub_id",
  "utm",
  "archived_at",
  "created_at",
  "updated_at",
]

export const listLinksConfig = {
  entity: "affiliate_link",
  defaults: linkFields,
  allowed: linkFields,
  isList: true,
}

export const retrieveLinkConfig = {
  entity: "affiliate_link",
  defaults: linkFields,
  allowed: linkFields,
  isList: false,
}
