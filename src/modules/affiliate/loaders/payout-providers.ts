import { asFunction, asValue, Lifetime } from "@medusajs/framework/awilix"
import { moduleProviderLoader } from "@medusajs/framework/modules-sdk"
import { LoaderOptions, MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

import { ManualPayoutProvider } from "../../../providers/manual/service"
import { PayoutProviderClass } from "../../../providers/types"
import { parseOptions } from "../parse-options"

/** Where the module's container keeps the ids of the loaded providers. */
export const PAYOUT_PROVIDER_IDS = "affiliatePayoutProviderIds"

/** Where the module's container keeps one provider. */
export const payoutProviderKey = (id: string): string =>
  `affiliate_payout_provider_${id}`

const register = async (
  provider: PayoutProviderClass,
  container: MedusaContainer,
  { id, options }: { id?: string; options?: Record<string, unknown> }
): Promise<void> => {
  const provider_id = id ?? provider.identifier
  if (!provider_id) {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      `The payout provider ${provider.name} has no identifier, and the option payout_providers gives it no id`
    )
  }
  const key = payoutProviderKey(provider_id)
  if (container.hasRegistration(key)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      `There are two payout providers with the id ${provider_id}`
    )
  }
  container.register({
    [key]: asFunction(
      (cradle: Record<string, unknown>) => new provider(cradle, options ?? {}),
      { lifetime: Lifetime.SINGLETON }
    ),
  })
  container.registerAdd(PAYOUT_PROVIDER_IDS, asValue(provider_id))
}

/**
 * Loads the payout providers of the option `payout_providers`, in the manner
 * of Medusa's payment providers, and always the manual one.
 */
export default async ({ container, options }: LoaderOptions): Promise<void> => {
  await register(ManualPayoutProvider, container, {})
  await moduleProviderLoader({
    container,
    providers: parseOptions(options).payout_providers ?? [],
    registerServiceFn: register,
  })
}
