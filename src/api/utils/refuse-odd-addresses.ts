import {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/** The only character that Postgres text cannot hold: whoever looks for it would meet the database's own error. */
const NUL_IN_ADDRESS = "%00"
/** `affiliate.name` is as deep as Medusa reads the name of a parameter; it answers 500 to a deeper one. */
const TOO_DEEP = /\..*\./

const problemOf = ({
  originalUrl,
  query,
}: Pick<MedusaRequest, "originalUrl" | "query">): string | null => {
  if (originalUrl.includes(NUL_IN_ADDRESS)) {
    return `The address has a character that cannot be found: ${NUL_IN_ADDRESS}`
  }
  const deep = Object.keys(query).find((name) => TOO_DEEP.test(name))
  return deep === undefined
    ? null
    : `Invalid request: Unrecognized fields: '${deep}'`
}

/** Refuses an address that Medusa or the database would stumble over, before anything is asked for with it. */
export const refuseOddAddresses = (
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): void => {
  const problem = problemOf(req)
  next(
    problem === null
      ? undefined
      : new MedusaError(MedusaError.Types.INVALID_DATA, problem)
  )
}
