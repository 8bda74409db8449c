export * from "./send-email-verification"
export * from "./send-password-reset"
