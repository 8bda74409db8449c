import {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/**
 * Takes JSON that says it is plain text: browsers send that to another host without asking first, and with their last
 * breath (`navigator.sendBeacon`).
 */
export const readPlainJson = (
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): void => {
  const read = typeof req.body === "string" ? objectIn(req.body) : req.body
  req.body = read
  next(
    read === null
      ? new MedusaError(
          MedusaError.Types.INVALID_DATA,
          "Invalid request: the body is not a JSON object"
        )
      : undefined
  )
}

const objectIn = (text: string): object | null => {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === "object" && !Array.isArray(read) ? read : null
  } catch {
    return null
  }
}
