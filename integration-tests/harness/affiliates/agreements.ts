import { ok } from "../shop"
import type { Merchant } from "./merchant"

/** A version of a program's agreement as the merchant sees it. */
export type AgreementAnswer = {
  id: string
  program_id: string
  version: number
  title: string
  body: string
  body_sha256: string
  requires_acceptance: boolean
  published_at: string
  /** How many affiliates there are who accepted it. */
  acceptances: number
}

/** Publishes the next version of a program's agreement. */
export async function publishAgreement(
  { admin }: Merchant,
  program_id: string,
  fields: {
    title?: string
    body?: string
    requires_acceptance?: boolean
  } = {}
): Promise<AgreementAnswer> {
  const { affiliate_agreement } = ok(
    await admin.post("/admin/affiliate-agreements", {
      program_id,
      title: "Terms",
      body: "Be fair.",
      requires_acceptance: true,
      ...fields,
    })
  )
  return affiliate_agreement
}
