export * from "./create-contract"
export * from "./delete-contract"
export * from "./update-contract"
