import { readFile } from "node:fs/promises"
import type { Locator } from "playwright-core"
import { ok, PASSWORD, type Store } from "../harness"
import { addAdmin, ADMIN_LOGIN } from "../harness/admin-user"
import { addProgram, giveMoney } from "../harness/affiliates"
import {
  BANK,
  makeAffiliate,
  saveBankAccount,
  type TestAffiliate,
} from "../support/affiliates"
import { holdUpMoneyOf } from "../support/held-up"
import { makeBatch } from "../support/payout-batches"
import type { Dashboard } from "./dashboard"
import type { Day } from "./day"
import {
  box,
  choose,
  content,
  dialog,
  filterBy,
  hides,
  press,
  rowWith,
  shows,
  showsNote,
  showsRows,
  showsRowsInAnyOrder,
} from "./reading"

/** Agrees to what the administrator of the tests has made: the store wants two people behind a batch. */
const SECOND = { email: "clara@example.com", password: PASSWORD }

/** Everybody who is due in one program, and one who is not. */
type Crew = {
  program: { id: string; name: string }
  /** By the bank, of a person's hand: 120. */
  ines: TestAffiliate
  /** Through a service, which pays: 80.50. */
  olek: TestAffiliate
  /** Through a service, which says no: 45. */
  ravi: TestAffiliate
}

export function payoutBatchPromises(dashboard: Dashboard<Day>): void {
  describe("a payout batch", () => {
    let crew: Crew
    let number: number
    /** Where the page of the batch is, behind `/app`. */
    let address: string
    beforeAll(async () => {
      const { store } = dashboard
      crew = await addCrew(store)
      await addAdmin(store.container, store.api, SECOND)
    })
    afterAll(() => dashboard.logIn(ADMIN_LOGIN))

    test("is previewed with what goes by which method, and who is not due and why, and then made", async () => {
      const { page, open, store } = dashboard
      await open("/affiliates/payout-batches")
      await content(page).getByRole("link", { name: "Create batch" }).click()
      await choosePreview(dashboard, "Program", crew.program.name)
      await choosePreview(dashboard, "Currency", "US Dollar")
      const totals = dialog(page).locator("table").nth(0)
      const notDue = dialog(page).locator("table").nth(1)
      await showsRows(totals, [
        ["Bank transfer by hand", "1", "$120.00"],
        ["sandbox", "2", "$125.50"],
        ["Total", "3", "$245.50"],
      ])
      await shows(dialog(page), "1 affiliate has a balance and is not due")
      await shows(notDue, "Yara Weiss")
      await shows(notDue, "No payout method is on file")
      await shows(notDue, "$64.00")
      const before = ok(
        await store.admin.get("/admin/affiliate-payout-batches")
      )

      await press(page, "Create batch")
      await showsNote(page, "created")
      const after = ok(await store.admin.get("/admin/affiliate-payout-batches"))
      expect(after.count).toBe(before.count + 1)
      ;({ display_id: number } = after.payout_batches[0])
      address = `/affiliates/payout-batches/${after.payout_batches[0].id}`
      const general = box(page, `Payout batch #${number}`)
      await shows(general, "Waits for approval")
      await shows(general, "Amount $245.50")
      await shows(general, `Created by ${ADMIN_LOGIN.email}`)
      await shows(general, "Approval Nobody yet")
      await showsRowsInAnyOrder(itemsIn(dashboard), [
        [
          "Ines Farkas",
          "Bank transfer by hand",
          "–",
          "Due",
          "–",
          "$120.00",
          "",
        ],
        ["Olek Nilsen", "sandbox", "–", "Due", "–", "$80.50", ""],
        ["Ravi Okoro", "sandbox", "–", "Due", "–", "$45.00", ""],
      ])
    })

    test("is not approved by who made it, where two people have to agree", async () => {
      const { page, takeRefusals } = dashboard
      const general = box(page, `Payout batch #${number}`)
      await shows(general, "approval of somebody else than who created it")
      await general.getByRole("button", { name: "Approve" }).click()
      await shows(dialog(page), "3 payouts over $245.50 are requested")
      await press(page, "Approve")
      await showsNote(page, "somebody else than who made it")
      expect(takeRefusals()).toEqual([
        `400 POST /admin${address.replace("/affiliates/", "/affiliate-")}/approve`,
      ])
      await shows(general, "Approval Nobody yet")
    })

    test("runs once somebody else approves it: how far it is shows by itself, and what became of each", async () => {
      const { page, open, logIn, store } = dashboard
      await logIn(SECOND)
      await open(address)
      const general = box(page, `Payout batch #${number}`)
      await shows(general, `Created by ${ADMIN_LOGIN.email}`)
      const held = await holdUpMoneyOf(store, crew.olek.id)
      await general.getByRole("button", { name: "Approve" }).click()
      await press(page, "Approve")
      await showsNote(page, "Your approval has been noted")
      await shows(general, "Running")
      await shows(general, "2 of 3 done Due: 1 · Sent: 1 · Failed: 1")
      await shows(general, `Approval ${SECOND.email}`)
      await held.letGo()

      await shows(general, "Finished")
      await shows(general, "3 of 3 done Sent: 2 · Failed: 1")
      await shows(general, "Paid so far: $80.50")
      for (const told of [
        ["Ines Farkas", "Processing", "–", "$120.00"],
        ["Olek Nilsen", "Paid", "–", "$80.50"],
        ["Ravi Okoro", "Failed", "The account is closed", "$45.00"],
      ])
        for (const words of told)
          await shows(rowWith(itemsIn(dashboard), told[0]), words)
      await shows(box(page, "Record of changes"), SECOND.email)
    })

    test("finds who failed, and pays them again once their account is in order and somebody made sure that it is theirs", async () => {
      const { page, open, store, takeRefusals } = dashboard
      await open(address)
      const items = itemsIn(dashboard)
      await filterItems(dashboard, "Failed")
      await hides(items, "Olek Nilsen")
      const ravi = rowWith(items, "Ravi Okoro")
      await shows(ravi, "The account is closed")
      ok(
        await crew.ravi.api.post("/affiliate/payout-method", {
          provider: "sandbox",
          details: { account: "good" },
        })
      )
      await choose(ravi, "Try again")
      await shows(dialog(page), "$45.00 is sent anew")
      await press(page, "Try again")
      await showsNote(page, "payouts to it wait until")
      expect(takeRefusals()).toEqual([
        expect.stringMatching(
          /^400 POST \/admin\/affiliate-payouts\/\w+\/retry$/
        ),
      ])
      ok(
        await store.admin.post(
          `/admin/affiliates/${crew.ravi.id}/payout-method/end-cool-off`,
          { reason: "He called" }
        )
      )
      await choose(ravi, "Try again")
      await press(page, "Try again")
      await showsNote(page, "1 payout is being processed again")
      await hides(items, "Ravi Okoro")
      await open(address)
      await shows(ravi, "Paid")
      await hides(ravi, "The account is closed")
      const general = box(page, `Payout batch #${number}`)
      await shows(general, "3 of 3 done Sent: 3 Paid so far: $125.50")
    })

    test("is downloaded as a report, and its transfers as a file for the bank", async () => {
      const { page, open } = dashboard
      await open(address)
      const general = box(page, `Payout batch #${number}`)
      await shows(general, "Finished")
      const report = await save(general, "Report as CSV")
      expect(report.name).toBe(`payout-batch-${number}.csv`)
      const [head, ...lines] = report.lines
      expect(head).toContain("approved_amount,status,reason,payout")
      expect(lines).toHaveLength(3)
      for (const [name, words] of [
        ["Ines Farkas", "manual,USD,120.00,sent"],
        ["Olek Nilsen", "sandbox,USD,80.50,sent"],
        ["Ravi Okoro", "sandbox,USD,45.00,sent"],
      ])
        expect(lines.find((line) => line.includes(name))).toContain(words)

      const transfers = await save(general, "CSV for the bank")
      expect(transfers.lines).toHaveLength(2)
      expect(transfers.lines[1]).toContain("Ines Farkas")
      expect(transfers.lines[1]).toContain("120.00")
    })

    test("is taken back before it runs, and leaves everybody their money", async () => {
      const { page, open, store } = dashboard
      await giveMoney(store, crew.ines.id, 33)
      const { id, display_id } = await makeBatch(store, {
        program_id: crew.program.id,
      })
      await open(`/affiliates/payout-batches/${id}`)
      const general = box(page, `Payout batch #${display_id}`)
      await choose(general, "Cancel batch")
      await shows(dialog(page), "What was sent stays sent.")
      await press(page, "Cancel batch")
      await showsNote(page, "The batch is canceled")
      await shows(
        itemsIn(dashboard),
        "Ines Farkas Bank transfer by hand – Canceled"
      )
      await open("/affiliates/payout-batches")
      await shows(
        content(page).locator("tbody tr").first(),
        `#${display_id} ${crew.program.name} Canceled`
      )
    })
  })

  test("a program pays out by itself on the days that are chosen for it", async () => {
    const { page, open, prepared } = dashboard
    await open(`/affiliates/programs/${prepared.programs.ambassadors}`)
    const schedule = box(page, "Payout schedule")
    await shows(schedule, "Nothing is paid out by itself")
    await schedule.getByRole("link", { name: "Edit" }).click()
    await choosePreview(dashboard, "How often", "Twice a month")
    await choosePreview(dashboard, "Hour", "6:00")
    await dialog(page)
      .getByRole("textbox", { name: "Time zone" })
      .fill("Europe/Berlin")
    await press(page, "Save")
    await showsNote(page, "The schedule of Ambassadors is saved")
    await shows(
      schedule,
      "On day 1 and day 15 of each month, 6:00, Europe/Berlin Next:"
    )
  })
}

async function addCrew(store: Store): Promise<Crew> {
  const name = "Weekend crew"
  const program_id = await addProgram(store, { name })
  const add = async (who: string, amount: number, account?: string) => {
    const affiliate = await makeAffiliate(store, { name: who, program_id })
    await giveMoney(store, affiliate.id, amount)
    if (account)
      ok(
        await affiliate.api.post("/affiliate/payout-method", {
          provider: "sandbox",
          details: { account },
        })
      )
    return affiliate
  }
  const ines = await add("Ines Farkas", 120)
  await saveBankAccount(ines, { ...BANK, account_holder: "Ines Farkas" })
  const olek = await add("Olek Nilsen", 80.5, "good")
  const ravi = await add("Ravi Okoro", 45, "closed")
  await add("Yara Weiss", 64)
  return { program: { id: program_id, name }, ines, olek, ravi }
}

/** The rows of who is in the batch, by name. */
const itemsIn = ({ page }: Dashboard<Day>) => box(page, "Who is in it")

/** The only filter of the page: the first menu of the box, behind the funnel. */
async function filterItems(
  dashboard: Dashboard<Day>,
  option: string
): Promise<void> {
  await filterBy(dashboard.page, "Status", option, itemsIn(dashboard))
}

/** Chooses in a select of the open form. */
async function choosePreview(
  { page }: Dashboard<Day>,
  field: string,
  option: string
): Promise<void> {
  await dialog(page).getByRole("combobox", { name: field, exact: true }).click()
  await page.getByRole("option", { name: option, exact: true }).click()
}

/** Downloads a file of the batch, from its menu. */
async function save(
  general: Locator,
  action: string
): Promise<{ name: string; lines: string[] }> {
  const [file] = await Promise.all([
    general.page().waitForEvent("download"),
    choose(general, action),
  ])
  const text = await readFile(await file.path(), "utf8")
  return { name: file.suggestedFilename(), lines: text.trim().split(/\r?\n/) }
}
