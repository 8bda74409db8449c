/** Never the token's hash, nor what the token is made from. */
const invitationFields = [
  "id",
  "program_id",
  "email",
  "name",
  "tier_id",
  "parent_id",
  "code",
  "discount_percent",
  "expires_at",
  "accepted_at",
  "revoked_at",
  "affiliate_id",
  "email_status",
  "email_error",
  "sent_at",
  "created_at",
  "updated_at",
]

export const listAdminInvitationsConfig = {
  entity: "affiliate_invitation",
  defaults: invitationFields,
  allowed: invitationFields,
  isList: true,
}

export const retrieveAdminInvitationConfig = {
  entity: "affiliate_invitation",
  defaults: invitationFields,
  allowed: invitationFields,
  isList: false,
}
