import { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { plain } from "../../utils/plain"

/**
 * A creative with the fields asked for.
 *
 * @throws not_found
 */
export const retrieveCreative = async (
  req: AuthenticatedMedusaRequest,
  id: string
) => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const {
    data: [creative],
  } = await query.graph(
    {
      entity: "affiliate_creative",
      fields: req.queryConfig.fields,
      filters: { id },
    },
    { throwIfKeyNotFound: true }
  )
  return plain(creative)
}
