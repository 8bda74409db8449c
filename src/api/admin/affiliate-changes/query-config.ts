const changeFields = [
  "id",
  "entity",
  "entity_id",
  "affiliate_id",
  "action",
  "changes",
  "actor_type",
  "actor_id",
  "at",
]

export const listAdminChangesConfig = {
  entity: "affiliate_change",
  defaults: changeFields,
  allowed: [...changeFields, "created_at"],
  isList: true,
}
