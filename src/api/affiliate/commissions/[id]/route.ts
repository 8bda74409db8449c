import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"

import {
  entryFields,
  lineFields,
  withEntriesInOrder,
} from "../../../utils/commission-parts"

/** One of the affiliate's own commissions with its lines and its history. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { id } = req.params
  const {
    data: [commission],
  } = await query.graph({
    entity: "affiliate_commission",
    fields: [
      ...new Set([...req.queryConfig.fields, ...lineFields, ...entryFields]),
    ],
    filters: { id, affiliate_id: req.auth_context.actor_id },
  })
  if (!commission) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Commission with id: ${id} was not found`
    )
  }
  res.json({ commission: withEntriesInOrder(commission) })
}
