import { setTimeout as pause } from "node:timers/promises"
import { buy, capture, eventually, ok, type Store } from "../harness"
import { addAffiliate, addProgram } from "../support/programs"
import { readVerdict, untilReconciled } from "../support/verdicts"
import type { Dashboard } from "./dashboard"
import type { Day } from "./day"
import {
  box,
  choose,
  content,
  dialog,
  fill,
  hides,
  pickAffiliate,
  press,
  readRows,
  rowWith,
  shows,
  showsNote,
  showsRows,
} from "./reading"

export function commissionPromises(dashboard: Dashboard<Day>): void {
  test("the list of commissions is filtered by status", async () => {
    const { page, open, store } = dashboard
    const { count } = ok(
      await store.admin.get("/admin/affiliate-commissions", {
        status: "paid",
      })
    )
    expect(count).toBeGreaterThan(1)
    await open("/affiliates/commissions")
    const table = page.locator("table")
    await rowWith(table, "Pending").first().waitFor()
    await content(page).locator("[aria-haspopup=menu]").first().click()
    await page.getByRole("menuitem", { name: "Status", exact: true }).click()
    await page.getByRole("dialog").getByText("Paid").click()
    await shows(content(page), "Status is Paid")
    await page.keyboard.press("Escape")

    await shows(content(page), `of ${count} results`)
    const rows = await readRows(table)
    expect(rows).toHaveLength(count)
    expect(rows.map((cells) => cells[3])).toEqual(rows.map(() => "Paid"))
  })

  test("a commission's lines add up to its amount, and its ledger tells how it came about", async () => {
    const { page, open, prepared, store } = dashboard
    const { commissions } = await readVerdict(store, prepared.orders.paidOut)
    await open(`/affiliates/commissions/${commissions[0].id}`)

    await shows(
      box(page, "Commission on order #1"),
      "Amount $35.55 Was $44.19 when the order was placed"
    )
    const lines = await readRows(box(page, "How it adds up"))
    expect(lines.pop()).toEqual(["Total", "", "$177.75", "$35.55"])
    expect(lines.sort()).toEqual([
      ["Enamel teapot", "1", "$58.05", "$11.61"],
      ["Linen apron", "1", "$43.20", "$8.64"],
      ["Merino scarf", "1", "$76.50", "$15.30"],
    ])
    const ledger = await readRows(box(page, "Ledger"))
    expect(ledger.map(([movement, , ...sums]) => [movement, ...sums])).toEqual([
      ["Earned", "+$44.19", "", "", ""],
      ["Changed with the order", "-$8.64", "", "", ""],
      ["Released", "-$35.55", "+$35.55", "", ""],
      ["Payout requested", "", "-$35.55", "+$35.55", ""],
      ["Paid out", "", "", "-$35.55", "+$35.55"],
      ["Stands now", "$0.00", "$0.00", "$0.00", "$35.55"],
    ])
    await shows(box(page, "Why"), "MIRA10 of Mira Köhler")
    await shows(box(page, "Why"), "Mira Köhler is credited")
    await shows(box(page, "Payouts"), "Payout #1 Paid $35.55")
  })

  test("a commission is held with a reason, and the hold is lifted again", async () => {
    const { page, open, store } = dashboard
    const { id, order } = await sellPending(store)
    await open(`/affiliates/commissions/${id}`)
    const commission = box(page, `Commission on order #${order}`)
    await choose(commission, "Hold")
    await fill(page, "Reason", "Waiting for the bank's answer")
    await press(page, "Hold")
    await showsNote(page, "The commission is held")
    await shows(commission, "Pending Held")
    await shows(commission, "Waiting for the bank's answer")

    await choose(commission, "Lift the hold")
    await press(page, "Lift the hold")
    await showsNote(page, "The hold is lifted")
    await hides(commission, "Held")
    const after = ok(
      await store.admin.get(`/admin/affiliate-commissions/${id}`)
    )
    expect(after.commission).toMatchObject({ held: false, status: "pending" })
  })

  test("an adjustment says what the balance will be, and is in the list and on the balance", async () => {
    const { page, open, prepared } = dashboard
    await open("/affiliates/commissions")
    await content(page).getByRole("link", { name: "Adjust" }).click()
    await pickAffiliate(page, prepared.priya.name)
    await fill(page, "Amount", "12.5")
    await fill(page, "Reason", "Photographs for the catalogue")
    await shows(dialog(page), "Available balance after this $0.00→$12.50")
    await press(page, "Adjust")

    await showsNote(page, "$12.50 booked for Priya Raman")
    await rowWith(page.locator("table"), "Adjustment").first().waitFor()
    const [newest] = await readRows(page.locator("table"))
    expect(newest.slice(0, 4)).toEqual([
      "Priya Raman",
      "–",
      "Adjustment",
      "Available",
    ])
    await open(`/affiliates/${prepared.priya.id}`)
    await showsRows(box(page, "Balances"), [
      ["USD", "$67.41", "$12.50", "$0.00", "$0.00"],
    ])
  })

  test("what is due is released at once", async () => {
    const { page, open, store } = dashboard
    const { id, orderId, order } = await sellPending(store, { hold_days: 0 })
    await open(`/affiliates/commissions?q=${order}`)
    const row = rowWith(page.locator("table"), `#${order}`)
    await shows(row, "Pending")
    await earlyInTheMinute()
    await capture(store.shop, orderId)
    await untilReconciled(store, orderId)
    await content(page)
      .getByRole("button", { name: "Release what is due" })
      .click()

    await showsNote(page, "1 commission released")
    await shows(row, "Available")
    const { commission } = ok(
      await store.admin.get(`/admin/affiliate-commissions/${id}`)
    )
    expect(commission.status).toBe("available")
  })
}

/** A commission that is pending: its order is not paid, and it is held for a while unless said otherwise. */
async function sellPending(
  store: Store,
  program: { hold_days?: number } = {}
): Promise<{ id: string; orderId: string; order: number }> {
  const { code } = await addAffiliate(store, {
    name: "Ada Okafor",
    program_id: await addProgram(store, program),
    discount_percent: 10,
  })
  const { shop } = store
  const { id: orderId } = await buy(shop, { items: [{ ware: shop.mug }], code })
  return await eventually(async () => {
    const { commissions } = ok(
      await store.admin.get("/admin/affiliate-commissions", {
        order_id: orderId,
      })
    )
    const [{ id, order_display_id: order }] = commissions
    return { id, orderId, order }
  })
}

/** The job releases what is due when a minute begins; before and after that it does not come in between. */
async function earlyInTheMinute(): Promise<void> {
  const second = new Date().getSeconds()
  if (second > 45) await pause((62 - second) * 1000)
}
