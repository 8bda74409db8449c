import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { createContractWorkflow } from "../../../../../workflows/contracts"
import { searchFilter } from "../../../../utils/list-params"
import { plain } from "../../../../utils/plain"
import { retrieveContract } from "./helpers"
import {
  AdminCreateContractType,
  AdminListContractsParamsType,
} from "./validators"

/** The contracts of an affiliate by time or words, the one that begins last first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminListContractsParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { id: affiliate_id } = req.params
  await query.graph(
    { entity: "affiliate", fields: ["id"], filters: { id: affiliate_id } },
    { throwIfKeyNotFound: true }
  )
  const { q, ...filters } = req.filterableFields
  const { data, metadata } = await query.graph({
    entity: "affiliate_contract",
    filters: {
      ...filters,
      affiliate_id,
      ...searchFilter(q, ["title", "terms"]),
    },
    ...req.queryConfig,
  })
  res.json({
    contracts: plain(data),
    count: metadata!.count,
    offset: metadata!.skip,
    limit: metadata!.take,
  })
}

/** Makes a contract with the affiliate. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateContractType>,
  res: MedusaResponse
): Promise<void> => {
  const { id: affiliate_id } = req.params
  const { result } = await createContractWorkflow(req.scope).run({
    input: { ...req.validatedBody, affiliate_id },
  })
  res.json({
    contract: await retrieveContract(
      req.scope,
      { id: result.id, affiliate_id },
      req.queryConfig.fields
    ),
  })
}
