import { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"

import { publicProgram } from "../../../utils/public-program"
import { StoreGetProgramParamsType } from "./validators"

/** What the page where somebody applies shows: the program's name, its form, and the agreement in force. */
export const GET = async (
  req: MedusaStoreRequest<unknown, StoreGetProgramParamsType>,
  res: MedusaResponse
): Promise<void> => {
  const { handle } = req.validatedQuery as StoreGetProgramParamsType
  res.json({ affiliate_program: await publicProgram(req.scope, handle) })
}
