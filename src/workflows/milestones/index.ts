export * from "./check-milestones"
