import { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { isbot } from "isbot"

import { recordClickWorkflow } from "../../../../workflows/clicks"
import { StoreRecordClickType } from "./validators"

/**
 * Records a visit that an affiliate brought. Bots are answered alike and not counted; a visitor who comes again
 * within 24 hours is recorded and not counted again.
 */
export const POST = async (
  req: MedusaStoreRequest<StoreRecordClickType>,
  res: MedusaResponse
): Promise<void> => {
  const { code, link, ...visit } = req.validatedBody
  if (code === undefined) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no affiliate link ${link}`
    )
  }
  const userAgent = req.get("user-agent")
  const { result } = await recordClickWorkflow(req.scope).run({
    // Browsers say who they are; what does not is a program.
    input: { ...visit, code, bot: !userAgent || isbot(userAgent) },
  })
  res.status(202).json({ click: result })
}
