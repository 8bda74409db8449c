import { uniqueEmail } from "../harness/affiliates"
import { describeWithChromium } from "../harness/chromium"
import { PASSWORD } from "../harness/shop"
import { shows } from "../admin/reading"
import { inPortal, mailTo, WITH_URL } from "./mails"
import { usePortal } from "./portal"

jest.setTimeout(10 * 60_000)

describeWithChromium("where addresses are verified", () => {
  const portal = usePortal(async () => null, {
    ...WITH_URL,
    AFFILIATE_VERIFY_EMAIL: "true",
  })

  test("an application goes on after the code of the e-mail", async () => {
    const { store } = portal
    const email = uniqueEmail()
    const { page, open, takeRefusals } = await portal.visit()
    await open("/sign-up")
    await page.getByLabel("E-mail").fill(email)
    await page.getByLabel("Password").fill(PASSWORD)
    await page.getByLabel("Name or company").fill("Vera Fied")
    await page.getByRole("button", { name: "Send the application" }).click()
    const main = page.locator("main")
    await shows(main, `We sent a code to ${email}`)
    const { code, verify_url } = await mailTo(
      store,
      email,
      "affiliate-email-verification"
    )
    expect(inPortal(verify_url)).toBe(
      `/verify-email?code=${encodeURIComponent(code)}`
    )
    await page.getByLabel("Code").fill(code)
    await page.getByRole("button", { name: "Confirm" }).click()
    await shows(main, "Your application is with the store")
    expect(takeRefusals()).toEqual(["400 POST /affiliate/register"])
  })
})
