export * from "./record-click"
