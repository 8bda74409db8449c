export * from "./client"
export { AffiliateError } from "./error"
export {
  forget,
  recall,
  remember,
  type Referral,
  type ReferralStorage,
} from "./memory"
export { globalPrivacyControl, mayRemember, type Privacy } from "./privacy"
export { readReferral, type SeenReferral } from "./read-referral"
export { createTracker, type Tracker, type TrackerOptions } from "./tracker"
export type { RequestOptions, TrackingClient } from "./tracking-client"
export type { Backend, PlainBackend, SdkBackend } from "./transport"
export type * from "./types"
