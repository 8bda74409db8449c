import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { createLinkWorkflow } from "../../../workflows/links"
import { checkDestination } from "../../utils/allowed-hosts"
import { searchFilter } from "../../utils/list-params"
import { linkAnswers, retrieveLink } from "./helpers"
import { columnsOf } from "./query-config"
import { CreateLinkType, ListLinksParamsType } from "./validators"

/** The affiliate's links, with what each brought. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListLinksParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { q, archived, ...filters } = req.filterableFields as Omit<
    ListLinksParamsType,
    "limit" | "offset" | "order"
  >
  const { fields } = req.queryConfig
  const { data, metadata } = await query.graph({
    entity: "affiliate_link",
    filters: {
      ...filters,
      ...searchFilter(q, ["slug", "label", "campaign", "destination_url"]),
      archived_at: archived === "true" ? { $ne: null } : null,
      affiliate_id: req.auth_context.actor_id,
    },
    ...req.queryConfig,
    fields: columnsOf(fields),
  })
  res.json({
    links: await linkAnswers(req, data, fields),
    count: metadata!.count,
    offset: metadata!.skip,
    limit: metadata!.take,
  })
}

/** Makes a link to a page of the store. */
export const POST = async (
  req: AuthenticatedMedusaRequest<CreateLinkType>,
  res: MedusaResponse
): Promise<void> => {
  checkDestination(req, req.validatedBody.destination_url)
  const { result } = await createLinkWorkflow(req.scope).run({
    input: { ...req.validatedBody, affiliate_id: req.auth_context.actor_id },
  })
  res.json({
    link: await retrieveLink(req, result.id),
  })
}
