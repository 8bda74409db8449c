import { ModuleProvider } from "@medusajs/framework/utils"
import { SandboxPayoutProvider } from "./service"

export default ModuleProvider("affiliate", {
  services: [SandboxPayoutProvider],
})
