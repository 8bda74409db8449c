export * from "./create-adjustment"
export * from "./hold-commission"
export * from "./release-commissions"
export * from "./unhold-commission"
