import { eventually, ok } from "../harness"
import { addRule } from "../support/rules"
import { readVerdict } from "../support/verdicts"
import { findFaintText } from "./contrast"
import type { Dashboard, Language } from "./dashboard"
import type { Day } from "./day"
import { linesOf, onlyEnglish, untranslatedIn, wordsAt } from "./german"
import { box, content } from "./reading"

/** Another page than the first that is visited, so that its heading is a new one. */
const BEFORE_THE_FIRST = "/affiliates/programs"

/** What holds on every page of the plugin, and on Medusa's pages where the plugin has its say. */
export function everyPagePromises(dashboard: Dashboard<Day>): void {
  test("in German no word is left untranslated", async () => {
    const { page, open, wear } = dashboard
    await wear({ language: "de" })
    await open(BEFORE_THE_FIRST)
    expect(onlyEnglish().size).toBeGreaterThan(300)
    for (const { path, heading } of await everyPage(dashboard, "de")) {
      const lines = await visit(dashboard, path, heading)
      expect({ path, ...(await untranslatedIn(page, lines)) }).toEqual({
        path,
        keys: [],
        untranslated: [],
      })
    }
  })

  test("in the dark theme every word can be told from its background", async () => {
    const { page, open, wear } = dashboard
    await wear({ theme: "dark" })
    await open(BEFORE_THE_FIRST)
    for (const { path, heading } of await everyPage(dashboard, "en")) {
      await visit(dashboard, path, heading)
      expect(await page.locator("html").getAttribute("class")).toContain("dark")
      // A button that has just been switched on fades in.
      await eventually(async () => {
        expect({ path, faint: await findFaintText(content(page)) }).toEqual({
          path,
          faint: [],
        })
      })
    }
    await wear({})
  })
}

/** A page of each kind, and a heading that stands on it when all is loaded. */
async function everyPage(
  { store, prepared }: Dashboard<Day>,
  language: Language
) {
  const { commissions } = await readVerdict(store, prepared.orders.paidOut)
  const { payouts } = ok(await store.admin.get("/admin/affiliate-payouts"))
  const { payout_batches } = ok(
    await store.admin.get("/admin/affiliate-payout-batches")
  )
  const { promotions } = ok(
    await store.admin.get("/admin/promotions", { code: "MIRA10" })
  )
  const rule = await addRule(store, prepared.programs.creators, {
    name: "Mira",
    conditions: [{ attribute: "affiliate", values: [prepared.mira.id] }],
    cap_per_order: [{ currency_code: "eur", amount: 20 }],
  })
  const say = (...path: [string, ...string[]]) => wordsAt(language, path)
  const widget = (of: string) => say("widgets", of, "title")
  return [
    { path: "/affiliates", heading: say("affiliates", "heading") },
    { path: "/affiliates/overview", heading: say("overview", "top", "title") },
    {
      path: `/affiliates/${prepared.mira.id}`,
      heading: say("affiliates", "balances", "title"),
    },
    {
      path: "/affiliates/applications",
      heading: say("applications", "heading"),
    },
    {
      path: `/affiliates/applications/review/${prepared.mira.id}`,
      heading: prepared.mira.name,
    },
    { path: "/affiliates/invitations", heading: say("invitations", "heading") },
    {
      path: "/affiliates/invitations/create",
      heading: say("invitations", "create", "title"),
    },
    {
      path: "/affiliates/invitations/import",
      heading: say("invitations", "many", "title"),
    },
    {
      path: "/affiliates/import",
      heading: say("affiliates", "file", "title"),
    },
    {
      path: "/affiliates/create",
      heading: say("affiliates", "create", "title"),
    },
    { path: "/affiliates/commissions", heading: say("commissions", "heading") },
    {
      path: `/affiliates/commissions/${commissions[0].id}`,
      heading: say("commissions", "ledger", "title"),
    },
    {
      path: "/affiliates/commissions/adjust",
      heading: say("commissions", "adjust", "title"),
    },
    {
      path: "/affiliates/payouts?view=all",
      heading: say("payouts", "heading"),
    },
    {
      path: `/affiliates/payouts/${payouts[0].id}`,
      heading: say("payouts", "items", "title"),
    },
    {
      path: "/affiliates/payout-providers",
      heading: say("payoutProviders", "heading"),
    },
    {
      path: "/affiliates/payout-batches",
      heading: say("payoutBatches", "heading"),
    },
    {
      path: "/affiliates/payout-batches/create",
      heading: say("payoutBatches", "create", "title"),
    },
    {
      path: `/affiliates/payout-batches/${payout_batches.at(-1).id}`,
      heading: say("payoutBatches", "items", "title"),
    },
    { path: "/affiliates/taxes", heading: say("tax", "report", "heading") },
    { path: "/affiliates/programs", heading: say("programs", "heading") },
    {
      path: `/affiliates/programs/${prepared.programs.creators}`,
      heading: say("programs", "tiers", "title"),
    },
    {
      path: `/affiliates/programs/${prepared.programs.creators}/terms`,
      heading: say("programs", "edit", "termsTitle"),
    },
    {
      path: `/affiliates/programs/${prepared.programs.creators}/payout-schedule`,
      heading: say("payoutBatches", "schedule", "formTitle"),
    },
    {
      path: `/affiliates/programs/${prepared.programs.creators}/joining`,
      heading: say("joining", "form", "title"),
    },
    {
      path: `/affiliates/programs/${prepared.programs.creators}/tiers/review`,
      heading: say("programs", "tierReview", "title"),
    },
    {
      path: `/affiliates/programs/${prepared.programs.creators}/agreements/publish`,
      heading: say("agreements", "form", "title"),
    },
    {
      path: `/affiliates/programs/${prepared.programs.creators}/creatives/create`,
      heading: say("creatives", "form", "createTitle"),
    },
    {
      path: `/affiliates/${prepared.mira.id}/contracts/create`,
      heading: say("contracts", "create", "title"),
    },
    { path: "/affiliates/rules", heading: say("rules", "heading") },
    {
      path: "/affiliates/rules/create",
      heading: say("rules", "create", "title"),
    },
    {
      path: `/affiliates/rules/${rule.id}`,
      heading: say("rules", "versions", "title"),
    },
    { path: `/orders/${prepared.orders.twoLevels}`, heading: widget("order") },
    {
      path: `/customers/${prepared.customers.olivia}`,
      heading: widget("customer"),
    },
    { path: `/promotions/${promotions[0].id}`, heading: widget("promotion") },
  ]
}

/** Two pages may have a heading in common; the one that is waited for is the new page's. */
const MARK_OLD_HEADINGS = `document
  .querySelectorAll("h1, h2")
  .forEach((heading) => heading.setAttribute("data-old", ""))`

/** Opens a page and answers the lines on it; of Medusa's own pages only the plugin's box. */
async function visit(
  { page, follow }: Dashboard<Day>,
  path: string,
  heading: string
): Promise<string[]> {
  await page.evaluate(MARK_OLD_HEADINGS)
  await follow(path)
  const ours = path.startsWith("/affiliates")
  await page
    .getByRole("heading", { name: heading, exact: true })
    .and(page.locator(":not([data-old])"))
    .first()
    .waitFor()
  await page.waitForLoadState("networkidle")
  if (!ours) {
    const why = box(page, heading).locator(
      "[aria-expanded=false][aria-controls]"
    )
    if ((await why.count()) === 1 && path.startsWith("/orders"))
      await why.click()
  }
  const text = await (
    ours ? page.locator("body") : box(page, heading)
  ).innerText()
  return linesOf(text)
}
