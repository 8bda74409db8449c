import { dueVersion } from "../../../modules/affiliate/domain/agreements"
import { AgreementOfAffiliate } from "../../../modules/affiliate/sql/agreements"

/**
 * A version as its affiliate sees it.
 *
 * @param due_version what the affiliate's payouts wait for
 */
export const agreementAnswer = (
  agreement: AgreementOfAffiliate,
  due_version: ReturnType<typeof dueVersion>
) => ({
  id: agreement.id,
  version: agreement.version,
  title: agreement.title,
  body: agreement.body,
  body_sha256: agreement.body_sha256,
  requires_acceptance: agreement.requires_acceptance,
  published_at: agreement.published_at,
  accepted_at: agreement.accepted_at,
  due: agreement.version === due_version,
})
