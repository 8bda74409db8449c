import { ok } from "../harness"
import { describeWithChromium } from "../harness/chromium"
import { giveMoney, makeAffiliate } from "../support/affiliates"
import { sandboxOf, WITH_SANDBOX } from "../support/sandbox"
import { hides, read, shows } from "../admin/reading"
import { barriersOf, settle, sidewaysOf } from "./accessible"
import { usePortal } from "./portal"

/** Ways to be paid beside a bank account, in a store that has several. */
describeWithChromium("being paid by a provider", () => {
  const portal = usePortal(async () => ({}), {
    ...WITH_SANDBOX,
    PAYOUT_SANDBOX_ONBOARDING: "link",
    PAYOUT_STORE_CREDIT: "true",
  })

  test("an account that is given on a provider's own pages says how far it is, until money can go there", async () => {
    const { page, open, signIn } = await portal.visit()
    const { store } = portal
    const { id, email } = await makeAffiliate(store)
    // The provider's page, which sends whoever is done back to where they came from.
    await page.route("https://sandbox.example/**", (route) =>
      route.fulfill({
        status: 302,
        headers: {
          location:
            new URL(route.request().url()).searchParams.get("return_url") ?? "",
        },
      })
    )
    await signIn(email)
    await open("/payouts/method")
    const main = page.locator("main")
    await page.getByLabel("How").selectOption("sandbox")
    await page.getByRole("button", { name: "Continue at the provider" }).click()

    await shows(main, "sandbox still needs: The sandbox wants to know more")
    await page.getByRole("button", { name: "Continue at sandbox" }).waitFor()
    await open("/payouts")
    await shows(main, "sandbox still needs: The sandbox wants to know more")

    // Whoever comes back to the page has the provider asked again.
    sandboxOf(store).accounts.set(`sandbox-${id}`, { payouts_enabled: true })
    await open("/payouts/method")
    await shows(main, "sandbox can send money to your account.")
    await hides(main, "still needs")

    // Another account in its place gets nothing for a while, and that is said wherever it is looked for.
    await page.getByLabel("How").selectOption("store-credit")
    await page.getByRole("button", { name: "Save" }).click()
    const waits =
      "Another account was put on file. To keep your money safe, payouts to it wait until"
    await shows(main, waits)
    await giveMoney(store, id, 25)
    await page.reload()
    // Where it is asked for, and where it goes.
    const places = main.getByText(waits)
    await places.nth(1).waitFor()
    expect(await places.count()).toBe(2)
    expect(await page.getByRole("button", { name: /^Request/ }).count()).toBe(0)
  })

  test("a link of a provider that is used up says so, and a new one leads on", async () => {
    const { page, open, signIn } = await portal.visit({ width: "phone" })
    const { store } = portal
    const { id, email } = await makeAffiliate(store)
    // As Stripe's: whoever comes by a link that was used goes back to the same page, told so.
    const came: string[] = []
    await page.route("https://sandbox.example/**", (route) => {
      const url = new URL(route.request().url())
      const back = new URL(url.searchParams.get("return_url") ?? "")
      if (came.push(url.href) === 1)
        back.searchParams.set("onboarding", "expired")
      return route.fulfill({ status: 302, headers: { location: back.href } })
    })
    await signIn(email)
    await open("/payouts/method")
    const main = page.locator("main")
    await page.getByLabel("How").selectOption("sandbox")
    await page.getByRole("button", { name: "Continue at the provider" }).click()

    const gone = "The link to sandbox was used before, or is too old."
    await shows(main, gone)
    // The provider is asked about the account meanwhile, and its button waits for that.
    await settle(page)
    expect(await barriersOf(page)).toEqual([])
    expect(await sidewaysOf(page)).toBe(0)
    await page.getByRole("button", { name: "Get a new link" }).click()
    await page.getByRole("button", { name: "Continue at sandbox" }).waitFor()
    expect(came).toHaveLength(2)
    await hides(main, gone)

    // An account that is ready by now needs no link.
    sandboxOf(store).accounts.set(`sandbox-${id}`, { payouts_enabled: true })
    await open("/payouts/method?onboarding=expired")
    await shows(main, "sandbox can send money to your account.")
    await hides(main, gone)
  })

  test("a bank account with something wrong says so at the field", async () => {
    const { page, open, signIn, takeRefusals } = await portal.visit()
    const { email } = await makeAffiliate(portal.store)
    await signIn(email)
    await open("/payouts/method")
    const main = page.locator("main")
    const save = () => page.getByRole("button", { name: "Save" }).click()
    const iban = page.getByRole("textbox", { name: "IBAN" })
    const wrong = async () => {
      const ids = (await iban.getAttribute("aria-describedby"))!.split(" ")
      return await read(page.locator(`[id="${ids.at(-1)}"]`))
    }
    await page.getByLabel("Account holder").fill("Ada Lovelace")
    await save()
    await page.locator("input[aria-invalid=true]").waitFor()
    expect(await wrong()).toContain("An IBAN, or an account number")
    expect(takeRefusals()).toEqual([])
    await iban.fill("DE89 3704 0044 0532 0130 01")
    await save()
    await page.locator("input[aria-invalid=true]").waitFor()
    expect(await wrong()).toMatch(/^This /)
    expect(await read(main)).not.toContain("details.")
    expect(takeRefusals()).toEqual(["400 POST /affiliate/payout-method"])
  })

  test("a payout as store credit shows its code, and what to do with it", async () => {
    const { page, open, signIn } = await portal.visit({ language: "de" })
    const { store } = portal
    const { id, email } = await makeAffiliate(store)
    await signIn(email)
    await open("/payouts/method")
    const main = page.locator("main")
    await page.getByLabel("Wie").selectOption("store-credit")
    await shows(main, "Es gibt nichts auszufüllen.")
    await page.getByRole("button", { name: "Speichern" }).click()
    await shows(main, "Guthaben im Shop")

    await giveMoney(store, id, 25)
    const { payout } = ok(
      await store.admin.post("/admin/affiliate-payouts", {
        affiliate_id: id,
        currency_code: "usd",
      })
    )
    const { payout: paid } = ok(
      await store.admin.post(`/admin/affiliate-payouts/${payout.id}/process`)
    )
    await open(`/payouts/${payout.id}`)
    await shows(main, paid.reference)
    await shows(
      main,
      "Was davon übrig bleibt, gilt für die nächste Bestellung."
    )
    expect(await barriersOf(page)).toEqual([])
  })
})
