import { ok } from "../harness"
import { addProgram } from "../support/programs"
import type { Dashboard } from "./dashboard"
import type { Day } from "./day"
import {
  box,
  choose,
  fill,
  press,
  rowWith,
  shows,
  showsNote,
  showsRows,
} from "./reading"

export function programPromises(dashboard: Dashboard<Day>): void {
  test("a program's terms are changed, and its page tells them in plain words", async () => {
    const { page, open, store } = dashboard
    const id = await addProgram(store)
    await open(`/affiliates/programs/${id}`)
    const terms = box(page, "Terms in plain words")
    await shows(terms, "20% of the goods, after discounts, without tax")
    await shows(terms, "30 days after the order")

    await terms.getByRole("link", { name: "Edit terms" }).click()
    await fill(page, "Percentage", "17.5")
    await fill(page, "Hold", "14")
    await press(page, "Save")
    await shows(terms, "17.5% of the goods, after discounts, without tax")
    await shows(terms, "14 days after the order")
    const { affiliate_program } = ok(
      await store.admin.get(`/admin/affiliate-programs/${id}`)
    )
    expect(affiliate_program).toMatchObject({
      commission_value: 17.5,
      hold_days: 14,
    })
  })

  test("a tier is added to a program, changed and deleted there, and that is said when its row is gone", async () => {
    const { page, open, store } = dashboard
    const id = await addProgram(store)
    await open(`/affiliates/programs/${id}`)
    const tiers = box(page, "Tiers")
    await shows(tiers, "No tiers. Everybody in the program has the same terms.")
    await tiers.getByRole("link", { name: "Add tier" }).click()
    await fill(page, "Name", "Gold")
    await fill(page, "Commission", "25")
    await press(page, "Create")
    await showsNote(page, "Tier Gold created")
    await showsRows(tiers, [["0 Gold", "25%", "As the program", "By hand", ""]])

    await choose(rowWith(tiers, "Gold"), "Edit")
    await fill(page, "Commission", "27.5")
    await press(page, "Save")
    await showsNote(page, "Tier Gold saved")
    await showsRows(tiers, [
      ["0 Gold", "27.5%", "As the program", "By hand", ""],
    ])

    await choose(rowWith(tiers, "Gold"), "Delete")
    await press(page, "Delete")
    await showsNote(page, "Tier Gold deleted")
    await shows(tiers, "No tiers.")
  })
}
