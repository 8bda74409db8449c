/** What an affiliate sees of those below. */
const referralFields = [
  "id",
  "name",
  "level",
  "status",
  "joined_at",
  "orders",
  "commission",
]

export const listReferralsConfig = {
  defaults: referralFields,
  allowed: [...referralFields, "created_at"],
  isList: true,
}
