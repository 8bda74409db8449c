export * from "./send-password-reset"
