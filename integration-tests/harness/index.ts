export * from "./eventually"
export * from "./events"
export * from "./shop"
export * from "./store"
