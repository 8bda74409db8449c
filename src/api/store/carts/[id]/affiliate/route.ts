import { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"

import {
  clearCartAffiliateWorkflow,
  setCartAffiliateWorkflow,
} from "../../../../../workflows/carts"
import { rememberedVisit } from "../../../../utils/visitor"
import { StoreSetCartAffiliateType } from "./validators"

/** Remembers who sent the cart's shopper, and applies the discount of the code. */
export const POST = async (
  req: MedusaStoreRequest<StoreSetCartAffiliateType>,
  res: MedusaResponse
): Promise<void> => {
  const { result } = await setCartAffiliateWorkflow(req.scope).run({
    input: {
      ...req.validatedBody,
      cart_id: req.params.id,
      remembered: rememberedVisit(req) ?? undefined,
    },
  })
  res.json({ cart_affiliate: result })
}

/** Forgets it, discount and all. */
export const DELETE = async (
  req: MedusaStoreRequest,
  res: MedusaResponse
): Promise<void> => {
  const { id } = req.params
  await clearCartAffiliateWorkflow(req.scope).run({ input: { cart_id: id } })
  res.json({ id, object: "cart_affiliate", deleted: true })
}
