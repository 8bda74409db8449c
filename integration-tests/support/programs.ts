export * from "../harness/affiliates/balances"
export * from "../harness/affiliates/people"
export * from "../harness/affiliates/programs"
