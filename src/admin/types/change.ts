import type { Paged } from "./common"

/** A table whose changes the store records. */
export type ChangedEntity =
  | "affiliate"
  | "affiliate_agreement"
  | "affiliate_agreement_acceptance"
  | "affiliate_code"
  | "affiliate_commission"
  | "affiliate_contract"
  | "affiliate_conversion"
  | "affiliate_creative"
  | "affiliate_identity_document"
  | "affiliate_invitation"
  | "affiliate_payout"
  | "affiliate_payout_batch"
  | "affiliate_payout_method"
  | "affiliate_program"
  | "affiliate_rule"
  | "affiliate_rule_version"
  | "affiliate_tax_form"
  | "affiliate_tax_standing"
  | "affiliate_tax_threshold"
  | "affiliate_tier"

export type FieldChange = { from: unknown; to: unknown }

export type Change = {
  id: string
  entity: ChangedEntity
  entity_id: string
  affiliate_id: string | null
  action: "created" | "changed" | "deleted"
  changes: Record<string, FieldChange>
  /** `null` = the plugin by itself: a job, or what follows from an order. */
  actor: {
    /** `user`, `affiliate`, `customer`, `api-key` */
    type: string
    id: string
    /** `null` for somebody who is gone. */
    name: string | null
  } | null
  at: string
}

export type ChangeListResponse = { changes: Change[] } & Paged
