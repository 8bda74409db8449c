/** What the visitor said, and whether the store asks first. */
export interface Privacy {
  /** The visitor's yes or no; left out where nobody asked. */
  consent?: boolean
  /** Nothing is remembered without a yes. Should be what the plugin's `require_consent` is. Default `false`. */
  requireConsent?: boolean
}

/** Whether the visitor's browser sends Global Privacy Control. */
export const globalPrivacyControl = (): boolean =>
  (globalThis.navigator as { globalPrivacyControl?: unknown } | undefined)
    ?.globalPrivacyControl === true

/** Whether the visitor may be remembered: the same rule that the server has. */
export const mayRemember = (
  { consent, requireConsent }: Privacy,
  gpc: boolean = globalPrivacyControl()
): boolean => !gpc && (consent ?? !requireConsent)
