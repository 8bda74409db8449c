import { mkdir } from "node:fs/promises"
import { join } from "node:path"
import { readVerdict } from "../support/verdicts"
import type { Dashboard } from "./dashboard"
import type { Day } from "./day"
import { box, content, shows } from "./reading"

const DIRECTORY = join(process.cwd(), "docs/images")

const WIDTH = 1440

/** Takes the pictures of the documentation anew. */
export async function takePictures(dashboard: Dashboard<Day>): Promise<void> {
  const { page, open, prepared, store } = dashboard
  await mkdir(DIRECTORY, { recursive: true })
  /** The page from the top as far as what is shown reaches. */
  const take = async (name: string, height: number) => {
    await page.mouse.move(0, 0)
    await page.setViewportSize({ width: WIDTH, height })
    await page.waitForLoadState("networkidle")
    await page.screenshot({ path: join(DIRECTORY, `${name}.png`) })
  }
  await open("/affiliates")
  await shows(content(page), "Northwind Reviews")
  await take("affiliates", 860)

  await open(`/affiliates/${prepared.mira.id}`)
  await shows(box(page, "Payouts"), "€60.00")
  await take("affiliate", 1240)

  const { commissions } = await readVerdict(store, prepared.orders.paidOut)
  await open(`/affiliates/commissions/${commissions[0].id}`)
  await shows(box(page, "Ledger"), "Paid out")
  await take("commission", 1120)

  await open("/affiliates/payouts")
  await shows(content(page), "Bergmann")
  await take("payouts", 640)

  await open(`/orders/${prepared.orders.twoLevels}`)
  const widget = box(page, "Affiliate")
  await widget.getByRole("button", { name: "Why?" }).click()
  await shows(widget, "Priya Raman is credited")
  await take("order-widget", 1500)

  await open(`/affiliates/programs/${prepared.programs.creators}`)
  await shows(box(page, "Tiers"), "Partner")
  await take("program", 1100)
  await page.setViewportSize({ width: WIDTH, height: 1000 })
}
