import { MedusaNextFunction, MedusaResponse } from "@medusajs/framework/http"

import { GroupFullError } from "../../modules/affiliate/clicks/group-writer"

const RETRY_SECONDS = "1"

/** Says that more clicks come than can be written; any other error is passed on. */
export const answerWhenFull = (
  error: unknown,
  res: MedusaResponse,
  next: MedusaNextFunction
): void => {
  if (!(error instanceof GroupFullError)) {
    next(error)
    return
  }
  res.setHeader("Retry-After", RETRY_SECONDS)
  res.status(503).json({
    type: "unavailable",
    message: "More clicks come than can be written: try again",
  })
}
