import type { Page } from "playwright-core"
import { ok } from "../harness"
import { join, logIn, uniqueEmail, type Affiliate } from "../harness/affiliates"
import { FOREIGN_TIN, SSN } from "../support/tax-forms"
import { read, shows } from "../admin/reading"
import { barriersOf, sidewaysOf } from "./accessible"
import type { Cast } from "./cast"
import type { Portal } from "./portal"

/** Tax forms as an affiliate files them: told at once what is wrong, and afterwards shown with numbers masked. */
export function taxPromises(portal: Portal<Cast>): void {
  const somebody = async (name: string): Promise<Affiliate> => {
    const { store, prepared } = portal
    const { program_id } = prepared
    const one = await join(
      store.shop,
      { name, email: uniqueEmail() },
      { program_id }
    )
    return { ...one, api: await logIn(store, one.email) }
  }
  const onFile = async ({ api }: Affiliate) =>
    ok(await api.get("/affiliate/tax-form")).tax_profile

  test("a W-9 with a wrong number is told so at the field; filed, it is masked, and nothing of it stays in the page", async () => {
    const gus = await somebody("Gus Green")
    const visit = await portal.visit({ width: "phone" })
    const { page, open, signIn, takeRefusals } = visit
    const main = page.locator("main")
    const { answer, fill, choose, tick, wrong } = formOn(page)
    const send = () =>
      page.getByRole("button", { name: "Sign and file" }).click()
    await signIn(gus.email)
    await open("/payouts")
    await shows(main, "No tax form yet.")
    await page.getByRole("link", { name: "File a tax form" }).click()
    await answer("Are you a US person?", "Yes")
    await answer("Do you file for a company", "No")
    await fill({
      Name: "Augusta Ada King",
      "Street and number": "1 Main St",
      "US tax number": "123-45",
      "Your full name": "Augusta Ada King",
    })
    await choose("Country of residence for tax", "United States")
    await choose("Kind of number", "SSN")
    await send()
    await shows(main, "Confirm this before you sign")
    expect(await wrong("Town")).toBe("Please fill this in")
    await fill({ Town: "Springfield" })
    await tick("Under penalties of perjury")
    await send()

    await shows(main, "This is no SSN. It has nine digits, like 123-45-6789")
    expect(await wrong("US tax number")).toContain("This is no SSN.")
    expect(await page.locator("input:focus").inputValue()).toBe("123-45")
    expect(takeRefusals()).toEqual(["400 POST /affiliate/tax-form"])
    expect(await barriersOf(page)).toEqual([])
    expect(await sidewaysOf(page)).toBe(0)
    expect((await onFile(gus)).tax_form).toBeNull()

    await fill({ "US tax number": SSN })
    expect(await wrong("US tax number")).toBeNull()
    await send()
    await shows(main, "SSN •••• 6788")
    // A form that is filed does not wait there, filled in, for whoever comes next.
    await page.getByLabel("US tax number").waitFor({ state: "detached" })
    expect(await onFile(gus)).toMatchObject({
      form_valid: true,
      tax_form: {
        form: "w9",
        name: "Augusta Ada King",
        tin_type: "ssn",
        tin_masked: "•••• 6788",
        country_code: "us",
        subject_to_backup_withholding: false,
      },
    })
    for (const path of ["/payouts/tax", "/payouts"]) {
      await open(path)
      await shows(main, "SSN •••• 6788")
      const whole = await page.content()
      for (const number of [SSN, SSN.replaceAll("-", "")])
        expect(whole).not.toContain(number)
    }
  })

  test("a W-8BEN claims a treaty where there is one, and sends nothing of what was written into a W-9 before", async () => {
    const mia = await somebody("Mia Müller")
    const visit = await portal.visit({ language: "de" })
    const { page, open, signIn, takeRefusals } = visit
    const main = page.locator("main")
    const { answer, fill, choose, tick, wrong } = formOn(page)
    const send = () =>
      page
        .getByRole("button", { name: "Unterschreiben und einreichen" })
        .click()
    await signIn(mia.email)
    await open("/payouts/tax")
    await answer("Sind Sie eine US-Person?", "Ja")
    await answer("Reichen Sie für eine Firma", "Nein")
    await choose("Art der Nummer", "SSN")
    await fill({ "US-Steuernummer": "123-45" })
    await answer("Sind Sie eine US-Person?", "Nein")
    await fill({
      Name: "Mia Müller",
      "Straße und Hausnummer": "Gartenweg 3",
      Ort: "São Paulo",
      "Steuernummer Ihres Landes": FOREIGN_TIN,
      "Artikel und Absatz": "7(1)",
      "Ihr voller Name": "Mia Müller",
    })
    await choose("Land der steuerlichen Ansässigkeit", "Brasilien")
    await choose("Staatsangehörigkeit", "Deutschland")
    await tick("Strafandrohung")
    await send()
    expect(await wrong("Satz in Prozent")).toBe("Bitte ausfüllen")
    await fill({
      "Satz in Prozent": "5,5 %",
      "Art der Einkünfte": "Unternehmensgewinne",
    })
    await send()
    const none = "Zwischen Ihrem Land und den USA ist kein Steuerabkommen"
    await shows(main, none)
    expect(await wrong("Artikel und Absatz")).toContain(none)
    expect(takeRefusals()).toEqual(["400 POST /affiliate/tax-form"])

    await fill({ Ort: "Köln" })
    await choose("Land der steuerlichen Ansässigkeit", "Deutschland")
    await send()
    await shows(main, "•••• 2719")
    await open("/payouts/tax")
    await shows(main, "Steuernummer Ihres Landes •••• 2719")
    await shows(main, "Artikel 7(1), 5,5 %")
    expect(await read(main)).not.toContain("Auszahlungen in US-Dollar warten")
    const { tax_form } = await onFile(mia)
    expect(tax_form).toMatchObject({
      form: "w8ben",
      us_person: false,
      tin_masked: null,
      citizenship_code: "de",
      treaty: {
        country_code: "de",
        article: "7(1)",
        rate: 5.5,
        income_type: "Unternehmensgewinne",
      },
    })
  })

  test("a VAT number and the agreement to self-billing are kept for the invoices", async () => {
    const sven = await somebody("Müller & Søn")
    const { page, open, signIn, takeRefusals } = await portal.visit()
    const main = page.locator("main")
    const { answer, fill, choose, tick, wrong } = formOn(page)
    const send = () =>
      page.getByRole("button", { name: "Sign and file" }).click()
    await signIn(sven.email)
    await open("/payouts/tax")
    await answer("What do you want to file?", "My VAT, for invoices")
    await answer("Do you file for a company", "Yes")
    await fill({
      Name: "Müller & Søn",
      "Street and number": "Gartenweg 3",
      Town: "Köln",
      "VAT number": "DE 12",
      "Your full name": "Mia Müller",
      "As whom you sign": "Owner",
    })
    await choose("Country of residence for tax", "Germany")
    await choose("How you stand with VAT", "I charge VAT")
    await fill({ "VAT rate in percent": "nineteen" })
    await tick("The store may write my invoices")
    await tick("I declare that this is true")
    await send()
    expect(await wrong("VAT rate in percent")).toContain("Enter a number")
    await fill({ "VAT rate in percent": "19" })
    await send()
    await shows(main, "This is no VAT number of your country.")
    expect(await wrong("VAT number")).toContain("This is no VAT number")
    expect(takeRefusals()).toEqual(["400 POST /affiliate/tax-form"])
    await fill({ "VAT number": "DE 123 456 789" })
    await send()
    await shows(main, "VAT number DE123456789")
    await open("/payouts/tax")
    await shows(main, "I charge VAT, 19%")
    await shows(main, "Invoices The store writes them for you")
    // It stands beside the forms of the IRS and is none.
    await shows(main, "Payouts in US dollars wait for a W-9 or W-8")
    expect(await onFile(sven)).toMatchObject({
      tax_form: null,
      form_valid: false,
      vat_form: {
        classification: "company",
        vat_id: "DE123456789",
        vat_rate: 19,
        self_billing: true,
      },
    })
  })
}

/** The form as somebody fills it in, by the words beside each field. */
function formOn(page: Page) {
  return {
    answer: (question: string, option: string) =>
      page
        .getByRole("radiogroup", { name: question })
        .getByRole("radio", { name: option, exact: true })
        .click(),
    fill: async (values: Record<string, string>) => {
      for (const [label, value] of Object.entries(values))
        await page.getByRole("textbox", { name: label }).first().fill(value)
    },
    choose: (label: string, option: string) =>
      page.getByRole("combobox", { name: label }).selectOption(option),
    tick: (words: string) =>
      page.getByRole("checkbox", { name: words }).click(),
    /** What is said to be wrong at a field; `null` = nothing. */
    wrong: async (label: string): Promise<string | null> => {
      const field = page.getByLabel(label).first()
      if ((await field.getAttribute("aria-invalid")) !== "true") return null
      const ids = (await field.getAttribute("aria-describedby"))!.split(" ")
      return await page.locator(`[id="${ids.at(-1)}"]`).innerText()
    },
  }
}
