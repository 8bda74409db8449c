export * from "./add-code"
export * from "./retire-code"
export * from "./switch-promotions"
