import { MedusaRequest } from "@medusajs/framework/http"

/** The first folder of the plugin's routes in an address: what is before it is what the server is mounted under. */
const FIRST_FOLDER = /\/(admin|affiliate|store)\//

/** The backend's own address as whoever asks sees it, without a slash at the end. */
export const backendAddress = (
  req: Pick<MedusaRequest, "protocol" | "get" | "originalUrl">
): string => {
  const [path] = req.originalUrl.split("?")
  const prefix = path.slice(0, Math.max(0, path.search(FIRST_FOLDER)))
  return `${req.protocol}://${req.get("host")}${prefix}`
}
