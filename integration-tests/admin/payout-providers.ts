import type { Locator } from "playwright-core"
import { ok } from "../harness"
import {
  deliver,
  notice,
  ofPayment,
  payoutTo,
  sandboxOf,
} from "../support/sandbox"
import { makeAffiliate } from "../support/affiliates"
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

/** Keys of a service that nobody answers for: nothing listens on that port. */
export const WITH_PAYPAL_OUT_OF_REACH = {
  PAYPAL_CLIENT_ID: "a client",
  PAYPAL_CLIENT_SECRET: "its secret",
  PAYPAL_WEBHOOK_ID: "7RJ12345",
  PAYPAL_API_BASE: "http://127.0.0.1:9",
}

export function payoutProviderPromises(dashboard: Dashboard<Day>): void {
  test("each provider says whether it is set up, where its webhooks go, and whether the keys work", async () => {
    const { page, open } = dashboard
    await open("/affiliates/payout-providers")
    const sandbox = box(page, "sandbox")
    await shows(sandbox, `${originOf(page)}/hooks/affiliate/payouts/sandbox`)
    await shows(sandbox, "A payment can be taken back")
    await page.getByRole("button", { name: "Test sandbox" }).click()
    await shows(sandbox, "It works The sandbox answers mode: sandbox")
    await page.getByRole("button", { name: "Test Store credit" }).click()
    await shows(box(page, "Store credit"), "pays with: promotion code")
    await shows(
      box(page, "Bank transfer by hand"),
      "Set up Name in the options"
    )
    await page.getByRole("button", { name: "Test PayPal" }).click()
    await shows(box(page, "PayPal"), "It does not work")
    await shows(box(page, "Stripe"), "Not set up")
    await shows(box(page, "Stripe"), "STRIPE_API_KEY")
  })

  test("webhooks are listed with what became of them; one that needs a person is tried again, and closed by hand", async () => {
    const { page, open } = dashboard
    await open("/affiliates/payout-providers")
    const store = { baseUrl: originOf(page) }
    const heading = { name: "Webhooks received" }
    await page.getByRole("heading", heading).waitFor()
    for (const said of [
      notice({ type: "other", name: "something.else" }),
      ofPayment("affpay_01LOST-1", { status: "paid" }),
    ])
      expect((await deliver(store, said)).status).toBe(200)

    const lost = rowWith(page.locator("table"), "no payout affpay_01LOST")
    await seen(dashboard, async () => (await lost.count()) === 1)
    await shows(rowWith(page.locator("table"), "something.else"), "Handled")
    await shows(lost, "Paid Needs you")

    await choose(lost, "Handle again")
    await showsNote(page, "The webhook could not be handled")
    await choose(lost, "Close by hand")
    await fill(page, "What you did", "Of the old shop")
    await shows(dialog(page), "It changes nothing, and is not tried again.")
    await press(page, "Close by hand")
    await showsNote(page, "The webhook is closed")
    await shows(rowWith(page.locator("table"), "Of the old shop"), "Handled")
  })

  test("a payout that a service paid is taken back, and says why", async () => {
    const { page } = dashboard
    const general = await openProcessed(dashboard, "good")
    await shows(general, "Paid")

    await choose(general, "Take the money back")
    await shows(dialog(page), "is told to take $30.00 back")
    await fill(page, "Why, for the provider and the affiliate", "Wrong person")
    await press(page, "Take the money back")
    await showsNote(page, "The money is back")
    await shows(general, "Wrong person $30.00 of it came back")
    await shows(box(page, "History"), "Came back")
  })

  test("a payout under way that nobody has claimed is called back, and can be sent anew", async () => {
    const { page } = dashboard
    const general = await openProcessed(dashboard, "slow")
    await shows(general, "Processing")

    await choose(general, "Call the money back")
    await shows(dialog(page), "is told to call $30.00 back")
    await fill(page, "Why, for the provider and the affiliate", "Wrong address")
    await press(page, "Call the money back")
    await showsNote(page, "The money is back")
    await shows(general, "Wrong address The money is back")
    await general.getByRole("button", { name: "Try again" }).waitFor()
  })

  test("a payout that a service refused says why, and is tried again", async () => {
    const { page, open, store } = dashboard
    const { id } = await payoutTo(store, "closed")
    ok(await store.admin.post(`/admin/affiliate-payouts/${id}/process`))
    await open(`/affiliates/payouts/${id}`)
    await shows(content(page), "The account is closed The money is back")
    await page.getByRole("button", { name: "Try again" }).click()
    await press(page, "Try again")
    await showsNote(page, "1 payout is being processed again")
    await shows(content(page), "Failed")
  })

  test("an account that a service does not pay yet says what is missing, until the service is asked again", async () => {
    const { page, open, store } = dashboard
    const affiliate = await makeAffiliate(store)
    const account = `account-of-${affiliate.id}`
    sandboxOf(store).accounts.set(account, {
      payouts_enabled: false,
      note: "A picture of the passport",
    })
    ok(
      await affiliate.api.post("/affiliate/payout-method", {
        provider: "sandbox",
        details: { account: "good", id: account },
      })
    )
    await open(`/affiliates/${affiliate.id}`)
    const method = box(page, "Payout method")
    await shows(method, "Not ready")
    await shows(method, "Still missing A picture of the passport")
    // The store that the browser talks to has a sandbox of its own, where nothing is missing.
    await choose(method, "Ask the provider")
    await showsNote(page, "The account is up to date")
    await hides(method, "Not ready")
  })

  test("an account that took another one's place waits, until somebody says that it need not", async () => {
    const { page, open, store } = dashboard
    const { affiliate } = await payoutTo(store, "good")
    ok(
      await affiliate.api.post("/affiliate/payout-method", {
        provider: "sandbox",
        details: { account: "slow" },
      })
    )
    await open(`/affiliates/${affiliate.id}`)
    const method = box(page, "Payout method")
    await shows(method, "because this account took another one's place")
    await choose(method, "Pay out without waiting")
    await fill(
      page,
      "How you made sure; it is kept in the record of changes",
      "She called"
    )
    await press(page, "End the wait")
    await showsNote(page, "Payouts to this account no longer wait")
    await hides(method, "another one's place")
  })
}

/** Processes a payout to an account of the sandbox, which behaves as its name says. */
async function openProcessed(
  { page, open, store }: Dashboard<Day>,
  account: Parameters<typeof payoutTo>[1]
): Promise<Locator> {
  const { id } = await payoutTo(store, account)
  const { payout } = ok(await store.admin.get(`/admin/affiliate-payouts/${id}`))
  await open(`/affiliates/payouts/${id}`)
  const general = box(page, `Payout #${payout.display_id}`)
  await general.getByRole("button", { name: "Process" }).click()
  await press(page, "Process")
  return general
}

const originOf = (page: Dashboard<Day>["page"]): string =>
  new URL(page.url()).origin

/** What the store heard by itself is there when the page is loaded anew. */
async function seen(
  { page }: Dashboard<Day>,
  isThere: () => Promise<boolean>
): Promise<void> {
  for (let tries = 0; tries < 20 && !(await isThere()); tries++) {
    await page.reload({ waitUntil: "networkidle" })
  }
}
