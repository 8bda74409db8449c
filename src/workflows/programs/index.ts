export * from "./create-program"
export * from "./delete-program"
export * from "./update-program"
