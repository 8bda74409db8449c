import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http"
import type { AddressInfo } from "node:net"
import { Waiting, type HoldUp } from "../hold-up"
import { PayoutSandbox } from "../../../dev/payout-sandbox/sandbox"
import type { SendPayoutInput } from "../../../src/providers/types"

/** The payment service of the sandbox as a server of its own, which outlives whoever asks it. */
export type SandboxPeer = HoldUp & { sandbox: PayoutSandbox }

export async function startSandboxPeer(): Promise<SandboxPeer> {
  const sandbox = new PayoutSandbox()
  const waiting = new Waiting()

  const pay = async (req: IncomingMessage, res: ServerResponse) => {
    const input = JSON.parse(await bodyOf(req)) as SendPayoutInput
    await waiting.at("before", req.socket)
    if (req.socket.destroyed) return
    const answer = sandbox.take(input)
    // Lost on the way: with the request, or after it was done.
    if (!answer) {
      await waiting.at("after", req.socket)
      req.socket.destroy()
      return
    }
    await waiting.at("after", req.socket)
    reply(res, 200, answer)
  }

  const server = createServer((req, res) => {
    void route(req, res).catch(() => req.socket.destroy())
  })
  const route = async (req: IncomingMessage, res: ServerResponse) => {
    const [, folder, key, action] = new URL(
      req.url ?? "/",
      "http://peer"
    ).pathname
      .split("/")
      .map(decodeURIComponent)
    if (folder !== "payments") return reply(res, 404, {})
    if (!key && req.method === "POST") return await pay(req, res)
    if (key && action === "reverse" && req.method === "POST") {
      await sandbox.reverse(key)
      return reply(res, 200, {})
    }
    if (key && action === "recall" && req.method === "POST") {
      return reply(res, 200, { recalled: await sandbox.recall(key) })
    }
    const found = await sandbox.find(key)
    return reply(res, found ? 200 : 404, found ?? {})
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sandbox,
    hold: (point) => waiting.hold(point),
    held: () => waiting.held(),
    letGo: () => waiting.letGo(),
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const bodyOf = async (req: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString("utf8")
}

const reply = (res: ServerResponse, status: number, body: unknown) => {
  res.writeHead(status, { "content-type": "application/json" })
  res.end(JSON.stringify(body))
}
