import { eventually, type Store } from "../harness"
import { BRAND } from "./portal"

/** Where affiliates see the portal; the test goes to the same page of its own store. */
const PORTAL_URL = "https://partners.shop.example/affiliate/portal"

/** The part of a link that leads into the portal. */
export const inPortal = (link: string): string => {
  expect(link.startsWith(`${PORTAL_URL}/`)).toBe(true)
  return link.slice(PORTAL_URL.length)
}

/** A store that knows where its portal is, and sends e-mails. */
export const WITH_URL = {
  EMAIL: "log",
  AFFILIATE_PORTAL: JSON.stringify({ ...BRAND, url: PORTAL_URL }),
}

/** What an e-mail of a kind carried, as soon as it was sent. */
export const mailTo = (store: Store, email: string, template: string) =>
  eventually(async () => {
    const mails = await store.database.sql<{ data: Record<string, string> }>(
      `SELECT data FROM notification WHERE "to" = $1 AND template = $2
        ORDER BY created_at DESC`,
      [email, template]
    )
    expect(mails.length).toBeGreaterThan(0)
    return mails[0].data
  })
