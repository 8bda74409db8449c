import { createServer } from "node:net"
import { freePort } from "../lib/postgres-server.mjs"
import { say } from "../lib/say.mjs"

/** Medusa's own. */
const USUAL_PORT = 9000

/**
 * Where the store listens: the port that was asked for, else Medusa's usual one, else any that is free.
 *
 * @param {string | undefined} wanted
 * @throws when the port that was asked for is taken or is none
 */
export async function choosePort(wanted) {
  if (wanted) {
    const port = Number(wanted)
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new Error(`PORT=${wanted} is not a port`)
    if (await isFree(port)) return port
    throw new Error(
      `port ${port} is taken; set PORT to another, or leave it out and a free one is used`
    )
  }
  if (await isFree(USUAL_PORT)) return USUAL_PORT
  const port = await freePort()
  say("demo", `port ${USUAL_PORT} is taken, using ${port}`)
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
