export * from "./clear-cart-affiliate"
export * from "./set-cart-affiliate"
