import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { EmailRelayProvider } from "./service"

export default ModuleProvider(Modules.NOTIFICATION, {
  services: [EmailRelayProvider],
})
