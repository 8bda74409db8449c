export * from "./accept-agreement"
export * from "./publish-agreement"
