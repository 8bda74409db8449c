import { readFile } from "node:fs/promises"
import { ok } from "../harness"
import { ADMIN_LOGIN } from "../harness/admin-user"
import { makePayee } from "../support/affiliates"
import { payOut } from "../support/paying"
import { SSN, vatForm, w9 } from "../support/tax-forms"
import type { Dashboard } from "./dashboard"
import type { Day } from "./day"
import {
  box,
  choose,
  content,
  dialog,
  fill,
  hides,
  press,
  rowWith,
  shows,
  showsNote,
} from "./reading"

const YEAR = new Date().getUTCFullYear()
const REASON = "The year's report"
const LETTER = "CP2100 notice of May"

export function taxPromises(dashboard: Dashboard<Day>): void {
  describe("an affiliate's taxes", () => {
    let augusta: Awaited<ReturnType<typeof makePayee>>
    beforeAll(async () => {
      const { store } = dashboard
      augusta = await makePayee(store, [2500], { name: "Augusta King" })
      for (const form of [w9(), vatForm()])
        ok(await augusta.api.post("/affiliate/tax-form", form))
    })

    test("are shown with numbers masked, until somebody says why they look, which is written down", async () => {
      const { page, open } = dashboard
      await open(`/affiliates/${augusta.id}`)
      const tax = box(page, "Tax")
      await shows(tax, "On file")
      await shows(tax, "Form W-9 Name on the form Augusta Ada King")
      await shows(tax, "6788")
      await shows(tax, "Agreed that you write the invoices")
      await shows(tax, `Paid in ${YEAR} $0.00`)
      await shows(tax, "not tax advice")
      await hides(tax, SSN)
      await hides(tax, "Who looked at numbers")

      await choose(tax, "Show numbers")
      await shows(dialog(page), "written down for ever")
      const show = dialog(page).getByRole("button", { name: "Show" })
      expect(await show.isDisabled()).toBe(true)
      await fill(page, "Why you look", REASON)
      await show.click()
      await shows(tax, SSN)
      await shows(tax, `Who looked at numbers ${REASON} · ${ADMIN_LOGIN.email}`)
      await tax.getByRole("button", { name: "Hide" }).click()
      await hides(tax, SSN)
    })

    test("are flagged for backup withholding, and each payout from then on says so", async () => {
      const { page, open, store } = dashboard
      await open(`/affiliates/${augusta.id}`)
      const tax = box(page, "Tax")
      await choose(tax, "Flag for backup withholding")
      await shows(dialog(page), "No money is withheld by it.")
      await fill(page, "What the tax office wrote", LETTER)
      await press(page, "Flag for backup withholding")
      await showsNote(page, "Saved")
      await shows(tax, `Backup withholding ${LETTER} 24 % would have to be`)

      const payout = await payOut(store, augusta.id)
      await open(`/affiliates/payouts/${payout}`)
      await shows(content(page), "Backup withholding 24 % would have to be")
    })

    test("are in the report of the year, which is no advice and can be downloaded", async () => {
      const { page, open } = dashboard
      await open("/affiliates/taxes")
      const report = box(page, "Tax report")
      await shows(report, "a report of what was paid, not tax advice")
      await shows(report, "1099-NEC is due from $2,000.00.")
      const row = rowWith(report, "Augusta King")
      await shows(row, "$2,500.00")
      await shows(row, "W-9")
      await shows(row, "6788")
      await shows(row, "Due A W-9 is on file.")
      await shows(row, "Backup withholding: $600.00")
      await hides(report, SSN)

      const [file] = await Promise.all([
        page.waitForEvent("download"),
        report.getByRole("button", { name: "Save as CSV" }).click(),
      ])
      expect(file.suggestedFilename()).toBe(`tax-report-${YEAR}.csv`)
      const lines = (await readFile(await file.path(), "utf8")).split("\n")
      const line = lines.find((one) => one.includes("Augusta King"))
      expect(line).toContain("2500.00")
      expect(line).toContain("600.00")
      expect(line).not.toContain(SSN)

      await page.getByRole("combobox", { name: "Year" }).click()
      await page.getByRole("option", { name: String(YEAR - 1) }).click()
      await shows(report, `Nothing was paid in ${YEAR - 1}.`)
      await shows(report, "1099-NEC is due from $600.00.")
    })

    test("wait for no form below a threshold that the store has set", async () => {
      const { page, open, store } = dashboard
      await open("/affiliates/taxes")
      const report = box(page, "Tax report")
      await report.getByRole("button", { name: "Change the threshold" }).click()
      await shows(dialog(page), `Threshold from tax year ${YEAR} on`)
      await fill(page, "US dollars", "3000")
      await press(page, "Save")
      await showsNote(page, "The threshold is saved")
      await shows(report, "1099-NEC is due from $3,000.00.")
      await shows(
        rowWith(report, "Augusta King"),
        "Not due Below the threshold."
      )
      ok(
        await store.admin.post("/admin/affiliate-tax-thresholds", {
          year: YEAR,
          amount: null,
        })
      )
    })
  })
}
