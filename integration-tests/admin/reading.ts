import type { Locator, Page } from "playwright-core"
import { eventually } from "../harness"
import { PAGE_MS_MAX } from "./dashboard"

/** What a person reads there: the visible words, in one line. */
export async function read(place: Locator): Promise<string> {
  return (await place.innerText()).replace(/\s+/g, " ").trim()
}

/** Waits until the words can be read there. */
export async function shows(place: Locator, words: string): Promise<void> {
  await eventually(
    async () => {
      expect(await read(place)).toContain(words)
    },
    { timeoutMs: PAGE_MS_MAX }
  )
}

/** Waits until the words cannot be read there any more. */
export async function hides(place: Locator, words: string): Promise<void> {
  await eventually(
    async () => {
      expect(await read(place)).not.toContain(words)
    },
    { timeoutMs: PAGE_MS_MAX }
  )
}

/** The page without the menu at its side. */
export const content = (page: Page): Locator => page.locator("main")

/** The box with this heading. */
export const box = (page: Page, heading: string): Locator =>
  content(page)
    .getByRole("heading", { name: heading, exact: true })
    .locator("xpath=ancestor::div[contains(@class, 'rounded-lg')][1]")

/** The rows of a table, each as the words of its cells. */
export async function readRows(place: Locator): Promise<string[][]> {
  const rows = await place.locator("tbody tr").all()
  return await Promise.all(
    rows.map(async (row) => {
      const cells = await row.locator("td").allInnerTexts()
      return cells.map((cell) => cell.replace(/\s+/g, " ").trim())
    })
  )
}

/** Waits until the rows of a table are as expected. */
export async function showsRows(
  place: Locator,
  expected: string[][]
): Promise<void> {
  await eventually(
    async () => {
      expect(await readRows(place)).toEqual(expected)
    },
    { timeoutMs: PAGE_MS_MAX }
  )
}

/** The same, where the order of the rows says nothing: Medusa's own, of an order's lines, is not always that of the cart. */
export async function showsRowsInAnyOrder(
  place: Locator,
  expected: string[][]
): Promise<void> {
  await eventually(
    async () => {
      expect((await readRows(place)).sort()).toEqual([...expected].sort())
    },
    { timeoutMs: PAGE_MS_MAX }
  )
}

/** The row of a table that has these words in it. */
export const rowWith = (place: Locator, words: string): Locator =>
  place.locator("tbody tr").filter({ hasText: words })

/** Waits for the note that comes up after something was done or refused. */
export async function showsNote(page: Page, words: string): Promise<void> {
  await page
    .locator("[data-sonner-toast]")
    .filter({ hasText: words })
    .first()
    .waitFor()
}

/** Chooses from the menu behind the three dots of a box or a row. */
export async function choose(place: Locator, action: string): Promise<void> {
  await place.locator("[aria-haspopup=menu]").last().click()
  await place
    .page()
    .getByRole("menuitem", { name: action, exact: true })
    .click()
}

/** What asks for a confirmation or for more: a prompt, a drawer or a form over the whole page. */
export const dialog = (page: Page): Locator =>
  page.locator("[role=dialog], [role=alertdialog]").last()

/** Presses a button of the open prompt or form, by the words on it. */
export async function press(page: Page, button: string): Promise<void> {
  await dialog(page).getByRole("button", { name: button, exact: true }).click()
}

/** Types into a field of the open prompt or form. */
export async function fill(
  page: Page,
  label: string,
  text: string
): Promise<void> {
  await dialog(page)
    .getByRole("textbox", { name: label, exact: true })
    .fill(text)
}

/** Finds an affiliate in a field that searches as one types, and picks it. */
export async function pickAffiliate(page: Page, name: string): Promise<void> {
  const field = dialog(page).getByRole("combobox").first()
  await field.fill(name)
  await page.getByRole("option").filter({ hasText: name }).first().click()
}

/** Sets a filter of a list by the menu behind the funnel; of several on a page, of the one in a box. */
export async function filterBy(
  page: Page,
  filter: string,
  option: string,
  place: Locator = content(page)
): Promise<void> {
  await place.locator("[aria-haspopup=menu]").nth(0).click()
  await page.getByRole("menuitem", { name: filter, exact: true }).click()
  const options = page.locator("[data-radix-popper-content-wrapper]")
  await options.getByText(option, { exact: true }).click()
  // Closed before that, the filter would go for having no value.
  await shows(content(page), `${filter} is ${option}`)
  await page.keyboard.press("Escape")
  await options.waitFor({ state: "detached" })
}

/** Sorts a list by the menu beside that. */
export async function sortBy(
  page: Page,
  column: string,
  direction: string
): Promise<void> {
  await content(page).locator("[aria-haspopup=menu]").nth(1).click()
  for (const name of [column, direction])
    await page.getByRole("menuitemradio", { name, exact: true }).click()
  await page.keyboard.press("Escape")
  await page.getByRole("menu").waitFor({ state: "detached" })
}
