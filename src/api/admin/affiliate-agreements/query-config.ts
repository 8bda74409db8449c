/** A list leaves out the words: they are as long as a contract. */
const rowFields = [
  "id",
  "program_id",
  "version",
  "title",
  "body_sha256",
  "requires_acceptance",
  "published_at",
]

const detailFields = [...rowFields, "body"]
const allowed = [...detailFields, "created_at", "program.name"]

export const listAdminAgreementsConfig = {
  entity: "affiliate_agreement",
  defaults: rowFields,
  allowed,
  isList: true,
}

export const retrieveAdminAgreementConfig = {
  entity: "affiliate_agreement",
  defaults: detailFields,
  allowed,
  isList: false,
}
