import { ModuleProvider } from "@medusajs/framework/utils"

import { StoreCreditPayoutProvider } from "./service"

export default ModuleProvider("affiliate", {
  services: [StoreCreditPayoutProvider],
})
