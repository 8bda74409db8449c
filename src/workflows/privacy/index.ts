export * from "./erase-affiliate"
export * from "./erase-customer"
