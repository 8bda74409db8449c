import { MedusaContainer, ProviderIdentityDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

/**
 * Whether a login may not be used by an affiliate yet, because the store wants it verified
 * (`http.authVerificationsPerActor.affiliate`). One of its providers is enough: whoever comes by another is that person too.
 */
export const isUnverified = async (
  container: MedusaContainer,
  auth_identity_id: string,
  identities: ProviderIdentityDTO[]
): Promise<boolean> => {
  const { projectConfig } = container.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  )
  const wanted = projectConfig.http.authVerificationsPerActor?.affiliate ?? []
  const auth = container.resolve(Modules.AUTH)
  for (const { provider, entity_id } of identities) {
    const verification = wanted.find(
      ({ auth_provider }) => auth_provider === provider
    )
    if (!verification) {
      return false
    }
    const [found] = await auth.listAuthVerifications({
      auth_identity_id,
      entity_id,
      entity_type: verification.entity_type,
    })
    if (found?.verified_at) {
      return false
    }
  }
  return identities.length > 0
}
