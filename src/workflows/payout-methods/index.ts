export * from "./save-payout-method"
