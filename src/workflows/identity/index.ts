export * from "./add-identity-document"
export * from "./decide-identity"
export * from "./delete-identity-document"
