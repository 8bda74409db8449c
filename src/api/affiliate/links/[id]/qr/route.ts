import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { toBuffer, toString as toText } from "qrcode"

import { addressOfLink, findLink } from "../../helpers"
import { GetLinkQrParamsType } from "../../validators"

/** Enough that a scratched sticker is still read. */
const ERROR_CORRECTION = "M"
const MARGIN_MODULES = 2

/** The link as a QR code, PNG or SVG. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
): Promise<void> => {
  const link = await findLink(req, req.params.id, [])
  const { format, size, download } = req.validatedQuery as GetLinkQrParamsType
  const options = {
    errorCorrectionLevel: ERROR_CORRECTION,
    margin: MARGIN_MODULES,
    width: size,
  } as const
  const address = addressOfLink(req, link.slug)
  const image =
    format === "svg"
      ? await toText(address, { ...options, type: "svg" })
      : await toBuffer(address, { ...options, type: "png" })
  res.setHeader(
    "Content-Disposition",
    `${download === "true" ? "attachment" : "inline"}; filename="${link.slug}.${format}"`
  )
  res.type(format === "svg" ? "image/svg+xml" : "image/png").send(image)
}
