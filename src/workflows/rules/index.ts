export * from "./create-rule"
export * from "./preview-rule"
export * from "./publish-rule"
export * from "./retire-rule"
