import { readFile } from "node:fs/promises"
import { ok } from "../harness"
import type { Dashboard } from "./dashboard"
import type { Day } from "./day"
import {
  box,
  dialog,
  fill,
  press,
  readRows,
  rowWith,
  shows,
  showsNote,
} from "./reading"

export function payoutPromises(dashboard: Dashboard<Day>): void {
  test("waiting payouts are chosen together and processed, and only then downloaded as a CSV for the bank", async () => {
    const { page, open, prepared, store } = dashboard
    await open("/affiliates/payouts")
    const bar = commandBar(dashboard)
    const csvButton = { name: "CSV for the bank" }
    await tick(dashboard, prepared.samira.name)
    await tick(dashboard, prepared.bergmann.name)
    await shows(bar, "2 selected · €150.00")
    expect(await page.getByRole("button", csvButton).count()).toBe(0)
    await bar.getByRole("button", { name: "Process" }).click()
    await shows(dialog(page), "2 payouts over €150.00 are handed")
    await press(page, "Process")
    await showsNote(page, "2 payouts are being processed")

    await page.getByRole("tab", { name: "Processing" }).click()
    await tick(dashboard, prepared.samira.name)
    await tick(dashboard, prepared.bergmann.name)
    const download = page.waitForEvent("download")
    await bar.getByRole("button", csvButton).click()

    const file = await download
    expect(file.suggestedFilename()).toMatch(/^payouts.*\.csv$/)
    const csv = await readFile(await file.path(), "utf8")
    const [, ...transfers] = csv.trim().split(/\r?\n/)
    expect(transfers).toHaveLength(2)
    for (const [name, amount] of [
      [prepared.samira.name, "30.00"],
      [prepared.bergmann.name, "120.00"],
    ]) {
      const transfer = transfers.find((line) => line.includes(name))
      expect(transfer).toContain("DE89370400440532013000")
      expect(transfer).toContain(amount)
    }
    const { count } = ok(
      await store.admin.get("/admin/affiliate-payouts", { status: "pending" })
    )
    expect(count).toBe(3)
  })

  test("several payouts in process are marked paid with the bank's reference", async () => {
    const { page, open, prepared } = dashboard
    await open("/affiliates/payouts?view=processing")
    await tick(dashboard, prepared.samira.name)
    await tick(dashboard, prepared.bergmann.name)
    await commandBar(dashboard)
      .getByRole("button", { name: "Mark paid" })
      .click()
    await fill(page, "Reference", "SEPA-2026-0208")
    await press(page, "Mark paid")
    await showsNote(page, "2 payouts marked paid")

    await page.getByRole("tab", { name: "Paid" }).click()
    const table = page.locator("table")
    await rowWith(table, prepared.bergmann.name).waitFor()
    const rows = await readRows(table)
    const told = rows.map((cells) => [cells[2], cells[4], cells.at(-1)])
    expect(told).toEqual([
      ["Bergmann Bürobedarf", "SEPA-2026-0208", "€120.00"],
      ["Samira Haddad", "SEPA-2026-0208", "€30.00"],
      ["Mira Köhler", "SEPA-2026-0117", "$58.77"],
    ])
    await open(`/affiliates/${prepared.samira.id}`)
    await shows(box(page, "Balances"), "EUR €0.00 €10.50 €0.00 €30.00")
  })
}

/** Selects the row of an affiliate. */
async function tick({ page }: Dashboard<Day>, name: string): Promise<void> {
  await rowWith(page.locator("table"), name).getByRole("checkbox").click()
}

/** What comes up below a table once rows of it are selected. */
const commandBar = ({ page }: Dashboard<Day>) =>
  page.locator("[data-radix-popper-content-wrapper]").filter({
    hasText: "selected",
  })
