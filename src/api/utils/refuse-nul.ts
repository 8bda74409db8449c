import {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/** The only character that Postgres text cannot hold: whoever looks for it would meet the database's own error. */
const NUL_IN_ADDRESS = "%00"

/** Refuses an address with a NUL in an id, a filter or an order, before anything asks the database for it. */
export const refuseNul = (
  { originalUrl }: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): void => {
  if (!originalUrl.includes(NUL_IN_ADDRESS)) {
    next()
    return
  }
  next(
    new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `The address has a character that cannot be found: ${NUL_IN_ADDRESS}`
    )
  )
}
