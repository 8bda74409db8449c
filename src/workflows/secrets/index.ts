export * from "./reseal-secrets"
