const contractFields = [
  "id",
  "affiliate_id",
  "title",
  "terms",
  "revenue_split",
  "starts_at",
  "ends_at",
  "created_at",
  "updated_at",
]

export const listAdminContractsConfig = {
  entity: "affiliate_contract",
  defaults: contractFields,
  allowed: contractFields,
  isList: true,
}

export const retrieveAdminContractConfig = {
  entity: "affiliate_contract",
  defaults: contractFields,
  allowed: contractFields,
  isList: false,
}
