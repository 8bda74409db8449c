export * from "./close-payout-notice"
export * from "./handle-payout-notice"
export * from "./receive-payout-webhook"
