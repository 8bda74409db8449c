import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { createCreativeWorkflow } from "../../../workflows/creatives"
import { checkDestination } from "../../utils/allowed-hosts"
import { searchFilter } from "../../utils/list-params"
import { plain } from "../../utils/plain"
import { retrieveCreative } from "./helpers"
import {
  AdminCreateCreativeType,
  AdminListCreativesParamsType,
} from "./validators"

/** Creatives by program, kind, time, or words in what they say; those that are offered, or those archived. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminListCreativesParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { q, archived, ...filters } = req.filterableFields as Omit<
    AdminListCreativesParamsType,
    "limit" | "offset" | "order"
  >
  const { data, metadata } = await query.graph({
    entity: "affiliate_creative",
    filters: {
      ...filters,
      ...searchFilter(q, ["title", "text"]),
      archived_at: archived === "true" ? { $ne: null } : null,
    },
    ...req.queryConfig,
  })
  res.json({
    affiliate_creatives: plain(data),
    count: metadata!.count,
    offset: metadata!.skip,
    limit: metadata!.take,
  })
}

/** Offers a banner or a text to the affiliates of a program. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateCreativeType>,
  res: MedusaResponse
): Promise<void> => {
  checkDestination(req, req.validatedBody.destination_url)
  const { result } = await createCreativeWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  res.json({ affiliate_creative: await retrieveCreative(req, result.id) })
}
