export * from "./create-link"
export * from "./delete-link"
export * from "./update-link"
