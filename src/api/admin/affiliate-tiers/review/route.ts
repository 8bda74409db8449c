import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

import { reviewTiersWorkflow } from "../../../../workflows/tiers"
import { figureAnswer } from "../../../utils/tier-figures"
import { AdminReviewTiersType } from "../validators"

/** Moves affiliates between automatic tiers now, or only says who would move. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminReviewTiersType>,
  res: MedusaResponse
): Promise<void> => {
  const { result } = await reviewTiersWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  res.json({
    tier_review: {
      ...result,
      moves: result.moves.map(({ figures, ...move }) => ({
        ...move,
        figures: figures.map(figureAnswer),
      })),
    },
  })
}
