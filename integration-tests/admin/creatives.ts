import { ok } from "../harness"
import { addProgram } from "../support/programs"
import { IMAGES } from "../support/images"
import type { Dashboard } from "./dashboard"
import {
  box,
  choose,
  dialog,
  fill,
  press,
  rowWith,
  shows,
  showsNote,
  showsRows,
} from "./reading"

const SHIRTS = "http://localhost:8000/shirts"

export function creativePromises(dashboard: Dashboard<unknown>): void {
  test("a banner is added with its image, changed, archived, offered again and deleted", async () => {
    const { page, open, store } = dashboard
    const program_id = await addProgram(store)
    await open(`/affiliates/programs/${program_id}`)
    const section = box(page, "Creatives")
    await shows(section, "No creatives. Affiliates share their links and codes")

    await section.getByRole("link", { name: "Add" }).click()
    await fill(page, "Title", "Spring banner")
    await fill(page, "Page of the store", SHIRTS)
    await press(page, "Create")
    await shows(dialog(page), "Choose an image.")
    const file = dialog(page).locator("input[type=file]")
    await file.setInputFiles({
      name: "banner.svg",
      mimeType: "image/svg+xml",
      buffer: Buffer.from("<svg/>"),
    })
    await shows(dialog(page), "Only PNG, JPEG, GIF or WebP.")
    await file.setInputFiles({
      name: "banner.png",
      mimeType: "image/png",
      buffer: Buffer.from(IMAGES.png.content, "base64"),
    })
    await shows(dialog(page), "Replace the image")
    await press(page, "Create")
    await showsNote(page, "Spring banner added")
    await showsRows(section, [["Spring banner", "Banner", "3 × 2", SHIRTS, ""]])
    const { affiliate_creatives } = ok(
      await store.admin.get("/admin/affiliate-creatives", { program_id })
    )
    expect(affiliate_creatives).toMatchObject([
      { title: "Spring banner", mime_type: "image/png", width: 3, height: 2 },
    ])

    await choose(rowWith(section, "Spring banner"), "Edit")
    await fill(page, "Title", "Summer banner")
    await press(page, "Save")
    await showsNote(page, "Summer banner saved")
    await choose(rowWith(section, "Summer banner"), "Archive")
    await press(page, "Archive")
    await showsNote(page, "Summer banner archived")
    await shows(section, "No creatives.")
    await section.getByRole("button", { name: "Show archived" }).click()
    await choose(rowWith(section, "Summer banner"), "Offer again")
    await showsNote(page, "Summer banner is offered again")
    await shows(section, "Nothing is archived.")
    await section.getByRole("button", { name: "Hide archived" }).click()
    await choose(rowWith(section, "Summer banner"), "Delete")
    await press(page, "Delete")
    await showsNote(page, "Summer banner deleted")
    await shows(section, "No creatives.")
  })

  test("a text is added with the words to embed", async () => {
    const { page, open, store } = dashboard
    const program_id = await addProgram(store)
    await open(`/affiliates/programs/${program_id}/creatives/create`)
    await dialog(page).getByRole("radio", { name: "Text" }).click()
    await fill(page, "Title", "One line")
    await fill(page, "Page of the store", SHIRTS)
    await press(page, "Create")
    await shows(dialog(page), "This field is required.")
    await fill(page, "Text", "Shirts for spring")
    await press(page, "Create")
    await showsNote(page, "One line added")
    await showsRows(box(page, "Creatives"), [
      ["One line Shirts for spring", "Text", "–", SHIRTS, ""],
    ])
  })

  test("what links tell web analytics is set with a program's terms, and taken away", async () => {
    const { page, open, store } = dashboard
    const id = await addProgram(store)
    const utmOf = async () =>
      ok(await store.admin.get(`/admin/affiliate-programs/${id}`))
        .affiliate_program.utm_template
    await open(`/affiliates/programs/${id}`)
    const terms = box(page, "Terms in plain words")
    await shows(terms, "Links add nothing for web analytics")
    await terms.getByRole("link", { name: "Edit terms" }).click()
    await fill(page, "Source", "{email}")
    await fill(page, "Medium", "affiliate")
    await press(page, "Save")
    await shows(dialog(page), "may stand in braces")
    await fill(page, "Source", "{affiliate}")
    await press(page, "Save")
    await shows(terms, "utm_source={affiliate}, utm_medium=affiliate")
    expect(await utmOf()).toEqual({
      source: "{affiliate}",
      medium: "affiliate",
    })

    await terms.getByRole("link", { name: "Edit terms" }).click()
    await fill(page, "Source", "")
    await fill(page, "Medium", "")
    await press(page, "Save")
    await shows(terms, "Links add nothing for web analytics")
    expect(await utmOf()).toBeNull()
  })
}
