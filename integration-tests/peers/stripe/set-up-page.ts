import type { ServerResponse } from "node:http"
import { completeAccount } from "./accounts"
import type { StripePeer } from "./peer"

/**
 * Stripe's own pages, in which an affiliate gives what Stripe asks for: who opens the link has given it all, and is sent
 * back. A link works once and for five minutes; then it leads to where a fresh one is had.
 */
export function setUp(
  peer: StripePeer,
  path: string,
  response: ServerResponse
): void {
  const [, , , account, token] = path.split("/")
  const link = peer.world.links.find(
    (one) => one.account === account && one.token === token
  )
  if (!link) {
    response.writeHead(404).end()
    return
  }
  const fresh = !link.used && peer.world.seconds() < link.expires_at
  link.used = true
  if (fresh && peer.world.accounts.has(link.account)) {
    completeAccount(peer.world, link.account)
  }
  response
    .writeHead(302, { location: fresh ? link.return_url : link.refresh_url })
    .end()
}
