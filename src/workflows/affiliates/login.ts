import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/**
 * Says which affiliate a login is. `null` for none, because Medusa merges what it is given into what is
 * there, so that a key never goes; its own `setAuthAppMetadataStep` relies on keys that do, and would neither
 * undo itself nor let a login register a second time.
 */
export const setLoginAffiliate = async (
  auth_identity_id: string,
  affiliate_id: string | null,
  container: MedusaContainer
): Promise<void> => {
  await container.resolve(Modules.AUTH).updateAuthIdentities({
    id: auth_identity_id,
    app_metadata: { affiliate_id },
  })
}
