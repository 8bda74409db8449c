import { ok } from "../harness"
import { addContract } from "../harness/affiliates"
import type { Dashboard } from "./dashboard"
import {
  box,
  choose,
  dialog,
  fill,
  hides,
  press,
  shows,
  showsNote,
} from "./reading"
import type { TermsDay } from "./terms-day"

const DAY_MS = 24 * 60 * 60 * 1000

export function contractPromises(dashboard: Dashboard<TermsDay>): void {
  const contractsOf = async (id: string) =>
    ok(await dashboard.store.admin.get(`/admin/affiliates/${id}/contracts`))
      .contracts

  test("a contract is made, counts before every other rate while it runs, and is ended", async () => {
    const { page, open, prepared } = dashboard
    const { id } = prepared.priya
    await open(`/affiliates/${id}`)
    const section = box(page, "Contracts")
    await shows(section, "No contract.")
    await section.getByRole("link", { name: "Add contract" }).click()
    await fill(page, "Title", "Launch")
    await fill(page, "Share of the order", "42.5")
    await press(page, "Add")
    await showsNote(page, "Contract Launch added")
    await shows(section, "Launch 42.5% of the order")
    await shows(section, "with no end Running")
    await shows(box(page, "Terms"), "42.5% By the contract Launch")

    await choose(section, "Edit")
    await shows(dialog(page), "The share and the start stay as they are.")
    await fill(page, "Title", "Launch, agreed again")
    await press(page, "Save")
    await showsNote(page, "Contract Launch, agreed again saved")

    await choose(section, "End now")
    await shows(dialog(page), "Orders placed before keep the contract.")
    await press(page, "End now")
    await showsNote(page, "Contract Launch, agreed again ended")
    await shows(section, "Ended")
    await shows(box(page, "Terms"), "20% From the program")
    expect(await contractsOf(id)).toMatchObject([
      {
        title: "Launch, agreed again",
        revenue_split: 42.5,
        ends_at: expect.any(String),
      },
    ])
  })

  test("a contract that has not started is deleted, and not ended", async () => {
    const { page, open, prepared, store } = dashboard
    const { id } = prepared.nadia
    await addContract(store, id, {
      title: "Ambassador",
      starts_at: new Date(Date.now() + 30 * DAY_MS),
    })
    await open(`/affiliates/${id}`)
    const section = box(page, "Contracts")
    await shows(section, "Future")
    await choose(section, "Delete")
    await press(page, "Delete")
    await showsNote(page, "Contract Ambassador deleted")
    await hides(section, "Ambassador")
    expect(await contractsOf(id)).toEqual([])
  })
}
