import { container } from "@medusajs/framework"
import { MedusaModule } from "@medusajs/framework/modules-sdk"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * Medusa keeps its modules and its connection for the life of a process, which is that of one store. Here a process has
 * one store after another: the next must not find what the last one left.
 */
export function forgetStore(): void {
  MedusaModule.clearInstances()
  forgetConnection()
}

let connectionIsForgotten = false

function forgetConnection(): void {
  if (connectionIsForgotten) return
  connectionIsForgotten = true
  const has = container.hasRegistration.bind(container)
  container.hasRegistration = (name) =>
    name !== ContainerRegistrationKeys.PG_CONNECTION && has(name)
}
