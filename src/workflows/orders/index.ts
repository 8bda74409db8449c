export * from "./attribute-order"
export * from "./reconcile-order"
export * from "./sweep-orders"
