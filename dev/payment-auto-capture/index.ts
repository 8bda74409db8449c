import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { AutoCapturePaymentProvider } from "./service"

export default ModuleProvider(Modules.PAYMENT, {
  services: [AutoCapturePaymentProvider],
})
