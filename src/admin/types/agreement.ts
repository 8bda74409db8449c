import type { Paged } from "./common"

/** A published version of a program's agreement; it never changes. */
export type Agreement = {
  id: string
  program_id: string
  version: number
  title: string
  body_sha256: string
  /** Whether payouts wait until the affiliate has accepted it. */
  requires_acceptance: boolean
  published_at: string
  /** How many affiliates accepted it. */
  acceptances: number
}

export type AgreementDetail = Agreement & { body: string }

export type AgreementListResponse = {
  affiliate_agreements: Agreement[]
} & Paged
export type AgreementResponse = { affiliate_agreement: AgreementDetail }

export type PublishAgreement = {
  program_id: string
  title: string
  body: string
  requires_acceptance: boolean
}
