import { ModuleProvider } from "@medusajs/framework/utils"

import { StripeConnectPayoutProvider } from "./service"

export type { StripeConnectOptions } from "./options"

export default ModuleProvider("affiliate", {
  services: [StripeConnectPayoutProvider],
})
