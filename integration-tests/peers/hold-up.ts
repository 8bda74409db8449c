import {
  createServer,
  request as ask,
  type IncomingMessage,
  type ServerResponse,
} from "node:http"
import type { AddressInfo, Socket } from "node:net"

/** Where a request is held up: before anything was done about it, or before its answer. */
export type HoldPoint = "before" | "after"

/** Something that stands before a service and keeps requests waiting. */
export type HoldUp = {
  address: string
  /** Holds up from now on. */
  hold: (point: HoldPoint) => void
  /** How many are held up. */
  held: () => number
  /** Lets them go on. One whose sender is gone goes on by itself, and never reaches the service if it had not yet. */
  letGo: () => void
  stop: () => Promise<void>
}

/** Requests that wait, until they are let go or their sender is gone. */
export class Waiting {
  private point: HoldPoint | null = null
  private readonly waiting = new Set<() => void>()

  async at(point: HoldPoint, socket: Socket): Promise<void> {
    if (this.point !== point || socket.destroyed) return
    await new Promise<void>((resolve) => {
      const go = () => {
        this.waiting.delete(go)
        socket.off("close", go)
        resolve()
      }
      this.waiting.add(go)
      socket.once("close", go)
    })
  }

  hold(point: HoldPoint): void {
    this.point = point
  }

  held(): number {
    return this.waiting.size
  }

  letGo(): void {
    this.point = null
    for (const go of [...this.waiting]) go()
  }
}

/**
 * Stands before a service, passes everything on as it is, and can hold some of
 * it up, so that whoever asks can be killed at that moment.
 *
 * @param route of the requests that are held up, such as `POST /v1/transfers`
 */
export async function startHoldUp(
  service: string,
  route: string
): Promise<HoldUp> {
  const waiting = new Waiting()

  const pass = async (req: IncomingMessage, res: ServerResponse) => {
    const { socket } = req
    const isHeld = `${req.method} ${req.url?.split("?")[0]}` === route
    const body = await whole(req)
    if (isHeld) await waiting.at("before", socket)
    if (socket.destroyed) return
    const { answer, answered } = await forward(req, body)
    if (isHeld) await waiting.at("after", socket)
    res.writeHead(answer.statusCode ?? 502, answer.headers)
    res.end(answered)
  }

  const forward = (req: IncomingMessage, body: Buffer) =>
    new Promise<{ answer: IncomingMessage; answered: Buffer }>(
      (resolve, reject) => {
        const asking = ask(
          new URL(req.url ?? "/", service),
          { method: req.method, headers: req.headers, agent: false },
          (answer) => {
            whole(answer).then(
              (answered) => resolve({ answer, answered }),
              reject
            )
          }
        )
        asking.once("error", reject)
        asking.end(body)
      }
    )

  const server = createServer((req, res) => {
    pass(req, res).catch(() => req.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hold: (point) => waiting.hold(point),
    held: () => waiting.held(),
    letGo: () => waiting.letGo(),
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const whole = async (stream: AsyncIterable<Buffer>): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
