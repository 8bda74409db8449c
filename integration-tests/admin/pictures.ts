import { mkdir } from "node:fs/promises"
import { join } from "node:path"
import { readVerdict } from "../support/verdicts"
import type { Dashboard } from "./dashboard"
import type { Day } from "./day"
import { box, content, shows } from "./reading"

const DIRECTORY = join(process.cwd(), "docs/images")

const WIDTH = 1440

/** Higher than any of the pages, so that all of it is rendered before it is cut. */
const HEIGHT_MAX = 3000

/** Between the last box and the picture's edge. */
const MARGIN = 16

/** Where the lowest box of the page ends, counted in the page. */
const BOTTOM = `Math.max(
  ...[...document.querySelectorAll("main .shadow-elevation-card-rest")].map(
    (box) => box.getBoundingClientRect().bottom
  )
)`

/** Takes the pictures of the documentation anew. */
export async function takePictures(dashboard: Dashboard<Day>): Promise<void> {
  const { page, open, prepared, store } = dashboard
  await mkdir(DIRECTORY, { recursive: true })
  const visit = async (path: string) => {
    await page.setViewportSize({ width: WIDTH, height: HEIGHT_MAX })
    await open(path)
  }
  const take = async (name: string) => {
    await page.mouse.move(0, 0)
    await page.waitForLoadState("networkidle")
    const bottom = await page.evaluate<number>(BOTTOM)
    const height = Math.ceil(bottom) + MARGIN
    await page.setViewportSize({ width: WIDTH, height })
    await page.screenshot({ path: join(DIRECTORY, `${name}.png`) })
  }
  await visit("/affiliates")
  await shows(content(page), "Northwind Reviews")
  await take("affiliates")

  await visit(`/affiliates/${prepared.mira.id}`)
  await shows(box(page, "Payouts"), "€60.00")
  await take("affiliate")

  const { commissions } = await readVerdict(store, prepared.orders.paidOut)
  await visit(`/affiliates/commissions/${commissions[0].id}`)
  await shows(box(page, "Ledger"), "Paid out")
  await take("commission")

  await visit("/affiliates/payouts")
  await shows(content(page), "Bergmann")
  await take("payouts")

  await visit(`/orders/${prepared.orders.twoLevels}`)
  const widget = box(page, "Affiliate")
  await widget.getByRole("button", { name: "Why?" }).click()
  await shows(widget, "Priya Raman is credited")
  await take("order-widget")

  await visit(`/affiliates/programs/${prepared.programs.creators}`)
  await shows(box(page, "Tiers"), "Partner")
  await take("program")
  await page.setViewportSize({ width: WIDTH, height: 1000 })
}
