import { ok } from "../harness"
import { addProgram } from "../support/programs"
import type { Dashboard } from "./dashboard"
import type { JoiningDay } from "./joining-day"
import { box, content, dialog, fill, press, shows, showsNote } from "./reading"

/** What a program asks of whoever joins, and of whoever rises in it. */
export function joiningTermsPromises(dashboard: Dashboard<JoiningDay>): void {
  test("questions are added, moved and saved, and the program tells them and what it wants", async () => {
    const { page, open, store } = dashboard
    const id = await addProgram(store)
    await open(`/affiliates/programs/${id}`)
    await shows(box(page, "Joining"), "No questions.")
    await box(page, "Joining")
      .getByRole("link", { name: "Edit joining" })
      .click()
    const add = () => press(page, "Add a question")
    const question = (number: number) =>
      dialog(page)
        .getByRole("textbox", { name: "Question", exact: true })
        .nth(number - 1)
    await add()
    await question(1).fill("How many readers?")
    await add()
    await question(2).fill("What do you make?")
    await dialog(page).getByRole("combobox").nth(1).click()
    await page.getByRole("option", { name: "Choice" }).click()
    await fill(page, "Options", "Films\nBooks")
    await press(page, "Move question 2 up")
    await fill(page, "E-mail domains", "university.example")
    await dialog(page)
      .getByRole("radio", { name: /Is rejected/ })
      .click()
    await fill(page, "Wait before applying again", "90")
    await press(page, "Save")

    const joining = box(page, "Joining")
    await shows(
      joining,
      "1. What do you make? Films · Books Choice 2. How many readers? Text"
    )
    await shows(joining, "E-mail: university.example")
    await shows(joining, "Everybody else Is rejected at once.")
    await shows(joining, "They may apply again after 90 days.")
    const { affiliate_program } = ok(
      await store.admin.get(`/admin/affiliate-programs/${id}`)
    )
    expect(affiliate_program).toMatchObject({
      form_fields: [
        {
          key: "what_do_you_make",
          label: "What do you make?",
          type: "choice",
          options: ["Films", "Books"],
        },
        { key: "how_many_readers", label: "How many readers?", type: "text" },
      ],
      join_requirements: {
        email_domains: ["university.example"],
        otherwise: "reject",
      },
      reapply_days: 90,
    })
  })

  test("a review of tiers says who would move and why, and moves nobody before it is told to", async () => {
    const { page, open, prepared, store } = dashboard
    const tierOfDan = async () =>
      ok(await store.admin.get(`/admin/affiliates/${prepared.dan.id}`))
        .affiliate.tier?.name ?? null
    await open(`/affiliates/programs/${prepared.ladder.id}`)
    await shows(
      box(page, "Tiers"),
      "Automatically $50.00 revenue within 30 days"
    )
    await box(page, "Tiers")
      .getByRole("link", { name: "Review tiers now" })
      .click()
    await shows(
      dialog(page),
      "Dan Petrov No tier Silver $50.00 revenue within 30 days: has $100.00"
    )
    expect(await tierOfDan()).toBeNull()

    await press(page, "Move 1 affiliate")
    await showsNote(page, "1 affiliate moved")
    expect(await tierOfDan()).toBe("Silver")
    await open(`/affiliates/${prepared.dan.id}`)
    await shows(box(page, "Tier history"), "No tier Silver")
    await shows(
      box(page, "Tier history"),
      "By the requirements $50.00 revenue within 30 days: has $100.00"
    )
    await content(page).getByText("Record of changes").waitFor()
  })

  test("a tier's benefits are written one a line, and the program tells them", async () => {
    const { page, open, prepared } = dashboard
    const { ladder } = prepared
    await open(`/affiliates/programs/${ladder.id}/tiers/${ladder.silver}`)
    await fill(page, "Benefits", "Own manager\nSamples first")
    await press(page, "Save")
    await showsNote(page, "Tier Silver saved")
    await shows(box(page, "Tiers"), "Silver Own manager Samples first")
  })
}
