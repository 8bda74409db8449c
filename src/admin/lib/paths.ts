/** Addresses of the merchant's rooms and of the dashboard pages they point to. */
export const paths = {
  affiliates: "/affiliates",
  affiliate: (id: string) => `/affiliates/${id}`,
  affiliateCreate: "/affiliates/create",
  affiliateEdit: (id: string) => `/affiliates/${id}/edit`,
  /** The affiliate list, showing one program's or one tier's only. */
  affiliatesOfProgram: (id: string) => `/affiliates?program_id=${filter([id])}`,
  affiliatesOfTier: (id: string) => `/affiliates?tier_id=${filter([id])}`,
  /** The affiliate list, showing whom one affiliate recruited. */
  recruitsOf: (id: string) => `/affiliates?parent_id=${filter([id])}`,
  applications: "/affiliates/applications",
  application: (id: string) => `/affiliates/applications/review/${id}`,
  addCode: (id: string) => `/affiliates/${id}/add-code`,
  payoutMethod: (id: string) => `/affiliates/${id}/payout-method`,
  invitations: "/affiliates/invitations",
  invite: "/affiliates/invitations/create",
  programs: "/affiliates/programs",
  program: (id: string) => `/affiliates/programs/${id}`,
  programEdit: (id: string) => `/affiliates/programs/${id}/edit`,
  programTerms: (id: string) => `/affiliates/programs/${id}/terms`,
  tierCreate: (programId: string) =>
    `/affiliates/programs/${programId}/tiers/create`,
  tierReview: (programId: string) =>
    `/affiliates/programs/${programId}/tiers/review`,
  tierEdit: (programId: string, id: string) =>
    `/affiliates/programs/${programId}/tiers/${id}`,
  rules: "/affiliates/rules",
  rule: (id: string) => `/affiliates/rules/${id}`,
  rulePublish: (id: string) => `/affiliates/rules/${id}/publish`,
  rulesOfProgram: (id: string) =>
    `/affiliates/rules?program_id=${filter([id])}`,
  commissions: "/affiliates/commissions",
  commission: (id: string) => `/affiliates/commissions/${id}`,
  commissionsOfAffiliate: (id: string) =>
    `/affiliates/commissions?affiliate_id=${filter([id])}`,
  payouts: "/affiliates/payouts",
  payout: (id: string) => `/affiliates/payouts/${id}`,
  payoutBatch: (id: string) => `/affiliates/payout-batches/${id}`,
  payoutsOfAffiliate: (id: string) =>
    `/affiliates/payouts?view=all&affiliate_id=${filter([id])}`,
  taxes: "/affiliates/taxes",
  payoutProviders: "/affiliates/payout-providers",
  order: (id: string) => `/orders/${id}`,
  customer: (id: string) => `/customers/${id}`,
  promotion: (id: string) => `/promotions/${id}`,
}

/** A filter's value as the dashboard's DataTable writes it into the address. */
function filter(value: string[]): string {
  return encodeURIComponent(JSON.stringify(value))
}
