export * from "./send-agreement-emails"
export * from "./send-application-email"
export * from "./send-payout-email"
