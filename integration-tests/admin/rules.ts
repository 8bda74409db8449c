import { ok } from "../harness"
import { addRule, RULES } from "../support/rules"
import type { Dashboard } from "./dashboard"
import {
  box,
  content,
  dialog,
  fill,
  choose,
  hides,
  press,
  rowWith,
  shows,
  showsNote,
  showsRows,
  showsRowsInAnyOrder,
} from "./reading"
import type { TermsDay } from "./terms-day"

/** As the browser of these tests writes today. */
const today = () =>
  new Intl.DateTimeFormat("en-US", {
    dateStyle: "medium",
    timeZone: "UTC",
  }).format(new Date())

export function rulePromises(dashboard: Dashboard<TermsDay>): void {
  const { pick, search } = forms(dashboard)
  const kitchenRule = (name: string) =>
    addRule(dashboard.store, dashboard.prepared.programs.creators, {
      name,
      conditions: [
        { attribute: "category", values: [dashboard.prepared.category] },
      ],
    })

  test("a rule is made of the store's own categories, tried on an order first, and told in words", async () => {
    const { page, open, prepared, store } = dashboard
    await open("/affiliates/rules")
    await shows(content(page), "No rules yet")
    await content(page).getByRole("link", { name: "Create" }).click()
    await fill(page, "Name", "Less for kitchen goods")
    await pick("Program", "Creators")
    await fill(page, "Percentage", "5")
    await press(page, "Add a condition")
    await pick("What is asked about", "Category")
    await search("Search …", "kitch", "Kitchen")

    await search("Order number …", `#${prepared.order.number}`, "Priya Raman")
    const form = dialog(page)
    await shows(
      form,
      "Commission now $24.00 Commission with this rule $21.00 Difference -$3.00"
    )
    await showsRowsInAnyOrder(form, [
      [
        "1 × Shirt Not this rule: it is for another category",
        "$100.00",
        "$20.00 No rule",
        "$20.00 No rule",
      ],
      ["1 × Mug", "$20.00", "$4.00 No rule", "$1.00 This rule"],
    ])
    expect(ok(await store.admin.get(RULES)).affiliate_rules).toEqual([])

    await press(page, "Create")
    await showsNote(page, "Rule Less for kitchen goods created")
    const words = box(page, "The rule in plain words")
    await shows(words, "5% of the items it applies to.")
    await shows(words, "Category is Kitchen")
    await shows(words, "No limit.")
    await open("/affiliates/rules")
    await showsRows(content(page), [
      [
        "Less for kitchen goods",
        "Creators",
        "5%",
        "Category is Kitchen",
        "Always",
        "1",
        "In force",
        "",
      ],
    ])
    const { affiliate_rules } = ok(await store.admin.get(RULES))
    expect(affiliate_rules).toMatchObject([
      {
        program_id: prepared.programs.creators,
        commission_value: 5,
        conditions: [{ attribute: "category", values: [prepared.category] }],
      },
    ])
    ok(await store.admin.delete(`${RULES}/${affiliate_rules[0].id}`))
  })

  test("to change a rule is to publish a version, and the page says who published what", async () => {
    const { page, open, store } = dashboard
    const rule = await kitchenRule("Kitchen")
    await open(`/affiliates/rules/${rule.id}`)
    await content(page)
      .getByRole("link", { name: "Publish a new version" })
      .click()
    await shows(
      dialog(page),
      "Version 2 counts for orders placed from now on; orders placed before keep the version of their time."
    )
    await fill(page, "Percentage", "7.5")
    await dialog(page)
      .getByRole("button", { name: "Add an amount" })
      .first()
      .click()
    await fill(page, "Amount", "30")
    await press(page, "Publish version 2")
    await showsNote(page, "Version 2 of Kitchen published")
    await shows(box(page, "The rule in plain words"), "$30.00 for one order.")
    const versions = box(page, "Versions")
    await showsRows(versions, [
      [
        "2 Current",
        today(),
        "admin@example.com",
        "7.5%",
        "what it pays and limits",
      ],
      ["1", today(), "admin@example.com", "5%", "First version"],
    ])
    await versions.getByRole("link", { name: "1", exact: true }).click()
    await shows(dialog(page), "Kitchen, version 1")
    await shows(dialog(page), "5% of the items it applies to.")
    const { affiliate_rule } = ok(await store.admin.get(`${RULES}/${rule.id}`))
    expect(affiliate_rule).toMatchObject({
      version: 2,
      commission_value: 7.5,
      cap_per_order: [{ currency_code: "usd", amount: 30 }],
      conditions: rule.conditions,
    })
    ok(await store.admin.delete(`${RULES}/${rule.id}`))
  })

  test("a rule that earns nothing needs a condition, and says what it takes away", async () => {
    const { page, open, prepared, store } = dashboard
    await open("/affiliates/rules/create")
    await fill(page, "Name", "No mugs")
    await pick("Program", "Creators")
    await dialog(page).getByText("Earns nothing", { exact: true }).click()
    await press(page, "Create")
    await shows(dialog(page), "A rule that earns nothing needs a condition")
    await press(page, "Add a condition")
    await search("Search …", "mug", "Mug")
    await press(page, "Create")
    await showsNote(page, "Rule No mugs created")
    await shows(box(page, "The rule in plain words"), "Product is Mug")

    const tried = box(page, "Try it on an order")
    await search(
      "Order number …",
      String(prepared.order.number),
      "Priya Raman",
      tried
    )
    await shows(tried, "Commission with this rule $20.00")
    await showsRowsInAnyOrder(tried, [
      [
        "1 × Shirt Not this rule: it is for another product",
        "$100.00",
        "$20.00 No rule",
        "$20.00 No rule",
      ],
      ["1 × Mug", "$20.00", "$4.00 No rule", "$0.00 Nothing by this rule"],
    ])
    const { affiliate_rules } = ok(await store.admin.get(RULES))
    expect(affiliate_rules).toMatchObject([{ name: "No mugs", exclude: true }])
    ok(await store.admin.delete(`${RULES}/${affiliate_rules[0].id}`))
  })

  test("a rule is retired after asking, and found again among the retired", async () => {
    const { page, open, store } = dashboard
    const rule = await kitchenRule("Soon gone")
    await open("/affiliates/rules")
    await choose(rowWith(content(page), "Soon gone"), "Retire")
    await shows(dialog(page), "It cannot be taken back into force")
    await press(page, "Retire")
    await showsNote(page, "Rule Soon gone retired")
    await hides(content(page), "Soon gone")

    await open("/affiliates/rules?retired=%22true%22")
    await shows(rowWith(content(page), "Soon gone"), "Retired")
    await open(`/affiliates/rules/${rule.id}`)
    await shows(content(page), "It applies to no order placed since")
    await showsRows(box(page, "Versions"), [
      ["Retired", today(), "admin@example.com", "", ""],
      ["1", today(), "admin@example.com", "5%", "First version"],
    ])
    expect(
      ok(await store.admin.get(`${RULES}/${rule.id}`)).affiliate_rule
    ).toMatchObject({ retired_at: expect.any(String) })
  })
}

/** What the forms of these pages are filled in with. */
function forms(dashboard: Dashboard<TermsDay>) {
  return {
    /** Chooses one of a field's few options. */
    pick: async (label: string, option: string) => {
      const { page } = dashboard
      await dialog(page)
        .getByRole("combobox", { name: label, exact: true })
        .last()
        .click()
      await page.getByRole("option", { name: option, exact: true }).click()
    },
    /** Types into a field that searches, and takes what it finds. */
    search: async (
      placeholder: string,
      words: string,
      found: string,
      place = dialog(dashboard.page)
    ) => {
      const { page } = dashboard
      await place.getByPlaceholder(placeholder).last().fill(words)
      await page.getByRole("option").filter({ hasText: found }).first().click()
    },
  }
}
