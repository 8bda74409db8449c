import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

/**
 * Where a file can be fetched, for as long as the File module's provider makes such an address last.
 *
 * @returns `null` when the provider does not have it any more
 */
export const downloadUrlOf = async (
  container: MedusaContainer,
  file_id: string
): Promise<string | null> => {
  const files = container.resolve(Modules.FILE)
  try {
    return (await files.retrieveFile(file_id)).url
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `The file of an affiliate's document cannot be fetched: ${error instanceof Error ? error.message : error}`
      )
    return null
  }
}
