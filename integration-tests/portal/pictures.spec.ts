import { mkdir } from "node:fs/promises"
import { join } from "node:path"
import { ok } from "../harness"
import { describeWithChromium } from "../harness/chromium"
import { shows } from "../admin/reading"
import { settle } from "./accessible"
import { playPictureWeeks } from "./picture-weeks"
import { usePortal, type Look } from "./portal"

jest.setTimeout(15 * 60_000)

const DIRECTORY = join(process.cwd(), "docs/images")
const DESKTOP = { width: 1280, height: 860 }

const describeForDocs = process.env.DOCS_IMAGES
  ? describeWithChromium
  : describe.skip

describeForDocs("the pictures of the documentation", () => {
  const portal = usePortal(playPictureWeeks, {
    AFFILIATE_LINKS_URL: "https://go.northwind.example",
    STORE_CORS: "https://northwind.example",
  })

  const camera = async (look: Partial<Look> = {}) => {
    await mkdir(DIRECTORY, { recursive: true })
    const visit = await portal.visit(look)
    await visit.signIn(portal.prepared.mira.email)
    return {
      ...visit,
      take: async (
        name: string,
        path: string,
        words: string,
        height?: number,
        prepare?: () => Promise<void>
      ) => {
        if (look.width !== "phone")
          await visit.page.setViewportSize({
            ...DESKTOP,
            ...(height && { height }),
          })
        await visit.open(path)
        await shows(visit.page.locator("main"), words)
        await settle(visit.page)
        await prepare?.()
        await visit.page.mouse.move(0, 0)
        await visit.page.screenshot({ path: join(DIRECTORY, `${name}.png`) })
      },
    }
  }

  test("on a desk", async () => {
    const { take, page } = await camera()
    const { api } = portal.prepared.mira
    const { commissions } = ok(
      await api.get("/affiliate/commissions", { kind: "sale" })
    )
    const changed = commissions.find(
      (one: { amount: number; original_amount: number }) =>
        one.amount !== one.original_amount && one.amount > 0
    )
    await take("portal-dashboard", "/", "Hello Mira", 1240)
    await take("portal-links", "/links", "Autumn")
    await take("portal-earning", `/earnings/${changed.id}`, "at first")
    await take("portal-payouts", "/payouts", "Payout #")
    await take("portal-earnings", "/earnings", "Order #")
    await take("portal-statement", "/statement", "Earned")
    await take("portal-tax", "/payouts/tax", "Valid", 1000, async () => {
      // No US person, no company: a W-8BEN.
      for (const answer of await page.getByRole("radio", { name: "No" }).all())
        await answer.click()
      await page.locator("main").getByRole("radio").first().focus()
    })
  })

  test("on a phone, at night", async () => {
    const { take } = await camera({ width: "phone", theme: "dark" })
    await take("portal-phone", "/", "Hello Mira")
  })
})
