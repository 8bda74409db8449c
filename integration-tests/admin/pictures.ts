import { mkdir } from "node:fs/promises"
import { join } from "node:path"
import type { Locator, Page } from "playwright-core"
import { ok } from "../harness"
import { readVerdict } from "../support/verdicts"
import type { Dashboard } from "./dashboard"
import type { Day } from "./day"
import { playPictureDay } from "./picture-day"
import { addPictureCreatives, spreadFigures } from "./picture-figures"
import { playPicturePayouts } from "./picture-payouts"
import { box, content, dialog, shows } from "./reading"

const DIRECTORY = join(process.cwd(), "docs/images")

const WIDTH = 1440

/** Higher than any of the pages, so that all of it is rendered before it is cut. */
const HEIGHT_MAX = 3000

/** Of a drawer, which is as high as the window. */
const DRAWER_HEIGHT = 760

/** Of the form that shows who is due. */
const PREVIEW_HEIGHT = 860

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
  const { prepared, store } = dashboard
  await mkdir(DIRECTORY, { recursive: true })
  const camera = cameraOf(dashboard)
  await takeMoney(dashboard, camera)

  const { applicant, leo, rule } = await playPictureDay(store, prepared)
  await takeJoining(dashboard, camera, applicant)
  await takeTerms(dashboard, camera, rule)
  await takePeople(dashboard, camera, leo)
  await takePayouts(dashboard, camera)
  await takeFigures(dashboard, camera)
}

type Camera = ReturnType<typeof cameraOf>

function cameraOf({ page, open }: Dashboard<Day>) {
  const settle = async () => {
    await page.mouse.move(0, 0)
    await page.waitForLoadState("networkidle")
  }
  const path = (name: string) => join(DIRECTORY, `${name}.png`)
  return {
    visit: async (address: string, height = HEIGHT_MAX) => {
      await page.setViewportSize({ width: WIDTH, height })
      await open(address)
    },
    /** The page, down to its last box or to a height. */
    take: async (name: string, height?: number) => {
      await settle()
      const bottom = height ?? (await page.evaluate<number>(BOTTOM))
      await page.setViewportSize({
        width: WIDTH,
        height: Math.ceil(bottom) + MARGIN,
      })
      await page.screenshot({ path: path(name) })
    },
    /** One box of the page. */
    takeBox: async (name: string, place: Locator) => {
      await settle()
      await place.screenshot({ path: path(name) })
    },
  }
}

async function takeMoney(
  { page, prepared, store }: Dashboard<Day>,
  { visit, take }: Camera
): Promise<void> {
  await visit("/affiliates")
  await shows(content(page), "Northwind Reviews")
  await take("affiliates")

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
}

async function takeJoining(
  { page, prepared }: Dashboard<Day>,
  { visit, take, takeBox }: Camera,
  applicant: string
): Promise<void> {
  await visit(`/affiliates/programs/${prepared.programs.creators}`)
  await shows(box(page, "Tiers"), "Partner")
  await shows(box(page, "Agreement"), "Terms for creators")
  await take("program")
  await takeBox("joining", box(page, "Joining"))

  await visit("/affiliates/applications")
  await shows(content(page), "Adeyemi")
  await content(page).locator("tbody").getByRole("checkbox").first().click()
  await shows(page.locator("body"), "1 application Approve")
  await take("applications", DRAWER_HEIGHT)

  await visit(`/affiliates/applications/review/${applicant}`, DRAWER_HEIGHT)
  await shows(dialog(page), "21,500")
  await take("application", DRAWER_HEIGHT)

  await visit("/affiliates/invitations")
  await shows(content(page), "Hanna Vogel")
  await take("invitations")
}

async function takeTerms(
  { page, prepared, store }: Dashboard<Day>,
  { visit, take, takeBox }: Camera,
  rule: string
): Promise<void> {
  const { affiliate_order } = ok(
    await store.admin.get(
      `/admin/affiliate-orders/${prepared.orders.twoLevels}`
    )
  )
  await visit(`/affiliates/rules/${rule}`)
  await shows(content(page), "Category is Kitchen")
  await content(page)
    .getByPlaceholder("Order number …")
    .fill(String(affiliate_order.order_display_id))
  await page.getByRole("option").filter({ hasText: "Priya" }).first().click()
  await shows(box(page, "Try it on an order"), "Commission with this rule")
  await shows(box(page, "Versions"), "First version")
  await take("rule")

  const { ambassadors } = prepared.programs
  await visit(`/affiliates/programs/${ambassadors}/tiers/review`, DRAWER_HEIGHT)
  await shows(dialog(page), "Tomás Oliveira No tier Star")
  await take("tier-review", DRAWER_HEIGHT)

  await visit(`/affiliates/${prepared.northwind.id}`)
  await shows(box(page, "Contracts"), "Running")
  await takeBox("contract", box(page, "Contracts"))
}

async function takePeople(
  { page, prepared }: Dashboard<Day>,
  { visit, take, takeBox }: Camera,
  leo: string
): Promise<void> {
  await visit(`/affiliates/${prepared.mira.id}`)
  await shows(box(page, "Payouts"), "€60.00")
  const tree = box(page, "Recruiting")
  await tree
    .getByRole("button", { name: "Show whom Priya Raman recruited" })
    .click()
  await shows(tree, "Leo Brandt")
  await shows(box(page, "Record of changes"), "Payout created")
  await take("affiliate")
  await takeBox("network", tree)
  await takeBox("record", box(page, "Record of changes"))

  await visit(`/affiliates/${leo}`)
  await shows(box(page, "Identity"), "Identity card.pdf")
  await takeBox("identity", box(page, "Identity"))
}

async function takePayouts(
  { page, store }: Dashboard<Day>,
  { visit, take, takeBox }: Camera
): Promise<void> {
  const { batch, taxed } = await playPicturePayouts(store)
  await visit("/affiliates/payout-batches/create", PREVIEW_HEIGHT)
  for (const [field, option] of [
    ["Program", "Market stalls"],
    ["Currency", "US Dollar"],
  ]) {
    await dialog(page).getByRole("combobox", { name: field }).click()
    await page.getByRole("option", { name: option, exact: true }).click()
  }
  await shows(dialog(page), "are not due")
  await take("payout-batch-preview", PREVIEW_HEIGHT)

  await visit(`/affiliates/payout-batches/${batch}`)
  const items = box(page, "Who is in it")
  await shows(items, "Petra Moreau")
  await take("payout-batch", await bottomOf(items))

  await visit("/affiliates/payout-providers")
  await page.getByRole("button", { name: "Test Store credit" }).click()
  await shows(box(page, "Store credit"), "It works")
  await take("payout-providers", await bottomOf(box(page, "PayPal")))

  await visit("/affiliates/taxes")
  await shows(content(page), "Augusta King")
  await take("tax-report")
  await visit(`/affiliates/${taxed}`)
  await shows(box(page, "Tax"), "For the 1099-NEC · admin@example.com")
  await takeBox("tax", box(page, "Tax"))
}

/** Medusa names its files by the port it has by default; here the store is at another. */
async function reachImages(page: Page): Promise<void> {
  const { origin } = new URL(page.url())
  await page.route(/^http:\/\/localhost:9000\/static\//, (route) =>
    route.continue({
      url: route.request().url().replace("http://localhost:9000", origin),
    })
  )
}

async function bottomOf(place: Locator): Promise<number> {
  const at = await place.boundingBox()
  return at!.y + at!.height
}

/** Last, because it moves what happened to other days. */
async function takeFigures(
  { page, prepared, store }: Dashboard<Day>,
  { visit, take, takeBox }: Camera
): Promise<void> {
  const { creators } = prepared.programs
  const easel = await page.context().newPage()
  await addPictureCreatives(store, easel, creators)
  await easel.close()
  await reachImages(page)
  await visit(`/affiliates/programs/${creators}`)
  const creatives = box(page, "Creatives")
  await shows(creatives, "One line for a newsletter")
  await takeBox("creatives", creatives)

  await spreadFigures(store)
  await visit("/affiliates/overview")
  await shows(box(page, "Who earned most"), prepared.mira.name)
  await take("overview")
  await page.setViewportSize({ width: WIDTH, height: 1000 })
}
