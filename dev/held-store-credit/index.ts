import { ModuleProvider } from "@medusajs/framework/utils"
import { HeldStoreCreditProvider } from "./service"

export default ModuleProvider("affiliate", {
  services: [HeldStoreCreditProvider],
})
