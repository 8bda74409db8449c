import { createServer } from "node:net"
import { freePort } from "../lib/postgres-server.mjs"
import { say } from "../lib/say.mjs"

/** Medusa's own, and that of a storefront before it. */
export const MEDUSA_PORT = 9000
export const STOREFRONT_PORT = 8000

/**
 * Where something listens: the port that was asked for, else its usual one, else any that is free.
 *
 * @param {string | undefined} wanted
 * @param {number} usual
 * @throws when the port that was asked for is taken or is none
 */
export async function choosePort(wanted, usual) {
  if (wanted) {
    const port = Number(wanted)
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new Error(`PORT=${wanted} is not a port`)
    if (await isFree(port)) return port
    throw new Error(
      `port ${port} is taken; set PORT to another, or leave it out and a free one is used`
    )
  }
  if (await isFree(usual)) return usual
  const port = await freePort()
  say("demo", `port ${usual} is taken, using ${port}`)
  return port
}

/** Whether a server could listen there; on every address, as Medusa does. */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once("error", () => resolve(false))
    probe.listen(port, () => probe.close(() => resolve(true)))
  })
}
