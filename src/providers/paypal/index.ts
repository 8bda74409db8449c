import { ModuleProvider } from "@medusajs/framework/utils"

import { PayPalPayoutProvider } from "./service"

export default ModuleProvider("affiliate", { services: [PayPalPayoutProvider] })
