export * from "../harness/affiliates/touches"
