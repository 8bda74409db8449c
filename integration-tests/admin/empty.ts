import type { Dashboard } from "./dashboard"
import { content, shows } from "./reading"
import type { TermsDay } from "./terms-day"

/** What an empty list says, and what it says to do about it. */
const EMPTY = [
  ["/affiliates/applications", "Nobody waits", "invite somebody"],
  ["/affiliates/invitations", "Nobody invited yet", "Invite somebody"],
  ["/affiliates/rules", "No rules yet", "Create a rule"],
  ["/affiliates/payouts?view=all", "No payouts here", "or you make one"],
  ["/affiliates/payout-batches", "No batches yet", "give a program a schedule"],
  ["/affiliates/payout-providers", "No webhooks yet", "to the address above"],
  ["/affiliates/taxes", "Nothing was paid in", "not tax advice"],
]

export function emptyPromises(dashboard: Dashboard<TermsDay>): void {
  test("a list with nothing in it says what to do next", async () => {
    const { page, follow, open } = dashboard
    await open("/affiliates")
    await shows(content(page), "Priya Raman")
    for (const [path, heading, advice] of EMPTY) {
      await follow(path)
      await shows(content(page), heading)
      await shows(content(page), advice)
    }
  })
}
