import { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { AFFILIATE_MODULE } from "../../../../modules/affiliate"
import type AffiliateModuleService from "../../../../modules/affiliate/service"
import { DEFAULT_PROGRAM_HANDLE } from "../../../../modules/affiliate/service-layers/programs"
import { StoreGetProgramParamsType } from "./validators"

/** What the page where somebody applies shows: the program's name, its form, and the agreement in force. */
export const GET = async (
  req: MedusaStoreRequest<unknown, StoreGetProgramParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const { handle = DEFAULT_PROGRAM_HANDLE } =
    req.validatedQuery as StoreGetProgramParamsType
  const service: AffiliateModuleService = req.scope.resolve(AFFILIATE_MODULE)
  const [program] = await service.listAffiliatePrograms({
    handle,
    status: "active",
  })
  if (!program) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no affiliate program ${handle}`
    )
  }
  const [agreement] = await service.listAffiliateAgreements(
    { program_id: program.id },
    { order: { version: "DESC" }, take: 1 }
  )
  res.json({
    affiliate_program: {
      name: program.name,
      handle: program.handle,
      takes_applications: true,
      form_fields: program.form_fields,
      agreement: agreement
        ? {
            version: agreement.version,
            title: agreement.title,
            body: agreement.body,
            requires_acceptance: agreement.requires_acceptance,
          }
        : null,
    },
  })
}
