import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"

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
      ...req.queryConfig.fields,
      "lines.id",
      "lines.title",
      "lines.quantity",
      "lines.base",
      "lines.amount",
    ],
    filters: { id, affiliate_id: req.auth_context.actor_id },
  })
  if (!commission) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Commission with id: ${id} was not found`
    )
  }
  const { data: entries } = await query.graph({
    entity: "affiliate_entry",
    fields: ["id", "account", "amount", "type", "payout_id", "created_at"],
    filters: { commission_id: id },
    pagination: { order: { created_at: "ASC", id: "ASC" } },
  })
  res.json({ commission: { ...commission, entries } })
}
