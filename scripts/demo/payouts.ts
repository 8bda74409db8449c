import {
  askForPayout,
  release,
  saveBankAccount,
  type Affiliate,
} from "../../integration-tests/harness/affiliates"
import { ok, type Answer } from "../../integration-tests/harness/shop"
import { bankAccountOf } from "./bank-accounts"
import type { Cast } from "./cast"
import { dim, money, type Screen } from "./screen"
import type { DemoShop } from "./shop"

type Payout = {
  id: string
  display_id: number
  amount: number
  currency_code: string
  status: string
  failure_reason: string | null
}

/** Commissions become available, affiliates ask for their money, and the merchant sends it. */
export async function playPayouts(
  shop: DemoShop,
  cast: Cast,
  screen: Screen
): Promise<void> {
  const { mira, tomas, aiko, samira, bergmann, peach, ella } = cast
  const { admin } = shop
  const act = async (id: string, deed: string, body?: object) =>
    ok(await admin.post(`/admin/affiliate-payouts/${id}/${deed}`, body))
      .payout as Payout
  const request = async (
    affiliate: Affiliate,
    currency_code: string,
    amount?: number
  ): Promise<Payout> =>
    ok(await askForPayout(affiliate, currency_code, amount)).payout
  const told = (who: string, { display_id, amount, currency_code }: Payout) =>
    `payout ${display_id}: ${who}, ${money(amount, currency_code)}`

  screen.tell(
    dim(
      "Waiting is the one thing HTTP cannot do: Creators are held for 30 days, the other programs' hold is 0 days."
    )
  )
  const released = await release(shop)
  screen.good(
    `${released} commissions released by hand; the job has done the rest, as it does every minute`
  )

  refusedWith(
    screen,
    await askForPayout(ella, "usd"),
    "Ella has no payout method"
  )
  await saveBankAccount(mira, bankAccountOf(mira, "de"))
  await saveBankAccount(tomas, bankAccountOf(tomas, "pt"))
  await saveBankAccount(aiko, bankAccountOf(aiko, "jp"))
  await saveBankAccount(samira, bankAccountOf(samira, "de"))
  await saveBankAccount(bergmann, bankAccountOf(bergmann, "de"))
  const sandbox = { provider: "sandbox", details: { account: "closed" } }
  ok(await peach.api.post("/affiliate/payout-method", sandbox))
  refusedWith(
    screen,
    await askForPayout(samira, "eur", 5),
    "Samira asks for 5 EUR"
  )
  refusedWith(
    screen,
    await askForPayout(tomas, "usd", 1e6),
    "Tomás asks for a million"
  )

  refusedWith(
    screen,
    await askForPayout(mira, "eur", 60),
    "Mira asks for 60 EUR"
  )
  ok(await mira.api.post("/affiliate/agreements/2/accept"))
  const waiting = await request(mira, "eur", 60)
  screen.good(`${told("Mira", waiting)}, waits for the merchant`)

  const first = await request(tomas, "usd")
  await act(first.id, "process")
  const reference = "SEPA-2041-0001"
  const paid = await act(first.id, "mark-paid", { reference })
  const again = await act(first.id, "mark-paid", { reference })
  expectStatus(screen, `${told("Tomás", paid)}, ${reference}`, paid, "paid")
  if (JSON.stringify(paid) !== JSON.stringify(again))
    screen.bad("marking it paid twice did not answer the same")

  const second = await request(tomas, "eur")
  const onItsWay = await act(second.id, "process")
  expectStatus(screen, told("Tomás", onItsWay), onItsWay, "processing")

  const inYen = await act((await request(aiko, "jpy")).id, "process")
  expectStatus(screen, told("Aiko", inYen), inYen, "processing")

  const regretted = await request(samira, "eur")
  const { payout: canceled } = ok(
    await samira.api.post(`/affiliate/payouts/${regretted.id}/cancel`)
  )
  expectStatus(
    screen,
    told("Samira, by herself", canceled),
    canceled,
    "canceled"
  )
  const smaller = await request(samira, "eur", 30)
  await act(smaller.id, "process")
  const arrived = await act(smaller.id, "mark-paid", {})
  expectStatus(screen, told("Samira", arrived), arrived, "paid")

  const forBergmann = { affiliate_id: bergmann.id, currency_code: "eur" }
  refusedWith(
    screen,
    await admin.post("/admin/affiliate-payouts", forBergmann),
    "The merchant pays Bergmann"
  )
  ok(
    await admin.post(`/admin/affiliates/${bergmann.id}/identity`, {
      status: "verified",
      note: "Extract from the trade register, seen by Lena",
    })
  )
  const { payout: made } = ok(
    await admin.post("/admin/affiliate-payouts", forBergmann)
  )
  expectStatus(screen, told("Bergmann, by the merchant", made), made, "pending")

  const closed = await act((await request(peach, "usd")).id, "process")
  expectStatus(
    screen,
    `${told("Studio Peach", closed)}: ${closed.failure_reason ?? ""}`,
    closed,
    "failed"
  )
  await showBankFile(shop, screen)
}

/** The file for the bank: what is asked for and not yet paid, account numbers in clear. */
async function showBankFile(
  { admin }: DemoShop,
  screen: Screen
): Promise<void> {
  const csv: string = ok(
    await admin.get<string>("/admin/affiliate-payouts/export")
  )
  const [, ...rows] = csv.trim().split("\n")
  screen.good(`the file for the bank has ${rows.length} transfers:`)
  for (const row of rows) screen.tell(dim(`  ${row}`))
}

function refusedWith(
  screen: Screen,
  { status, body }: Answer<{ message?: string }>,
  what: string
): void {
  if (status === 400) screen.good(`${what}: “${body.message}”`)
  else screen.bad(`${what}: answered ${status}, not 400`)
}

function expectStatus(
  screen: Screen,
  what: string,
  { status }: Payout,
  expected: string
): void {
  if (status === expected) screen.good(`${what}, ${status}`)
  else screen.bad(`${what}: is ${status}, not ${expected}`)
}
