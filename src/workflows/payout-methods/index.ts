export * from "./refresh-payout-method"
export * from "./save-payout-method"
export * from "./start-payout-onboarding"
export * from "./tell-payout-method-changed"
