/** The version of an agreement that counts, and whether an affiliate accepted it. */
export interface AgreementInForce {
  version: number
  /** Whether payouts wait until it is accepted. */
  requires_acceptance: boolean
  /** `null` = not accepted. */
  accepted_at: Date | null
}

/** @returns the version an affiliate still has to accept; `null` = none */
export const dueVersion = (
  agreement: AgreementInForce | null
): number | null =>
  agreement?.requires_acceptance && !agreement.accepted_at
    ? agreement.version
    : null

/**
 * Whoever joins a program accepts the version in force. A program that
 * published none takes any word for it.
 *
 * @param named what the applicant says they accept
 * @returns what is wrong with it, naming the field; `null` = nothing
 */
export const problemOfNamedVersion = (
  named: string | null | undefined,
  in_force: number | null
): string | null =>
  in_force === null || named === String(in_force)
    ? null
    : `Field 'agreement_version' must be ${in_force}, the version in force${
        named ? `, got: ${named}` : ""
      }`
