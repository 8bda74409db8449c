import { createServer, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"

/** An e-mail as the relay was handed it. */
export type RelayedEmail = {
  to: string
  template: string
  data: Record<string, unknown>
}

/** A service that e-mails are handed to, as a store's provider does it; see `EMAIL` in `medusa-config.ts`. */
export type EmailRelay = {
  address: string
  /** What it does with e-mails: takes them, refuses them, or takes their bytes and never answers. */
  mode: "take" | "refuse" | "hang"
  /** E-mails it was asked to take, in any mode. */
  asked: RelayedEmail[]
  /** E-mails it took. */
  taken: RelayedEmail[]
  takenBy: (email: string) => RelayedEmail[]
  askedFor: (email: string) => RelayedEmail[]
  /** Refuses what it has not answered yet. */
  letGo: () => void
  stop: () => Promise<void>
}

export async function startEmailRelay(): Promise<EmailRelay> {
  const held = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    let text = ""
    request.on("data", (chunk: Buffer) => (text += chunk.toString()))
    request.on("end", () => {
      const email: RelayedEmail = JSON.parse(text)
      relay.asked.push(email)
      if (relay.mode === "hang") {
        held.add(response)
        return
      }
      if (relay.mode === "refuse") {
        response.writeHead(503).end()
        return
      }
      relay.taken.push(email)
      response.end(`relayed-${relay.taken.length}`)
    })
  })
  await new Promise<void>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve())
  )
  const { port } = server.address() as AddressInfo
  const relay: EmailRelay = {
    address: `http://127.0.0.1:${port}`,
    mode: "take",
    asked: [],
    taken: [],
    takenBy: (email) => relay.taken.filter(({ to }) => to === email),
    askedFor: (email) => relay.asked.filter(({ to }) => to === email),
    letGo: () => {
      for (const response of held) response.writeHead(503).end()
      held.clear()
    },
    stop: () =>
      new Promise((resolve) => {
        relay.letGo()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return relay
}
