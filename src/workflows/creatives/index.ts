export * from "./create-creative"
export * from "./delete-creative"
export * from "./update-creative"
