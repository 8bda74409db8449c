/** What an affiliate sees of a version; beside it stand when it accepted it, and whether it is due. */
export const agreementFields = [
  "id",
  "version",
  "title",
  "body",
  "body_sha256",
  "requires_acceptance",
  "published_at",
]

export const listAgreementsConfig = {
  entity: "affiliate_agreement",
  defaults: agreementFields,
  allowed: [...agreementFields, "created_at"],
  isList: true,
}
