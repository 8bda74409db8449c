/** What went wrong when the store was asked something. */
export class AffiliateError extends Error {
  override readonly name = "AffiliateError"

  /** @param status of the answer; `undefined` = there was none */
  constructor(
    message: string,
    readonly status?: number,
    override readonly cause?: unknown
  ) {
    super(message)
  }
}

/** Whether the store answered that there is no such thing. */
export const isUnknown = (error: unknown): boolean =>
  (error as AffiliateError).status === 404
