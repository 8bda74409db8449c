import { setTimeout as pause } from "node:timers/promises"
import {
  CATCH_UP_MS_MAX,
  type Affiliate,
  type Balance,
} from "../../integration-tests/harness/affiliates"
import { ok, type Shop } from "../../integration-tests/harness/shop"
import { amount, bold, fit, type Screen } from "./screen"

const POLL_MS = 1_000

/** More affiliates than a demo has. */
const AFFILIATES_MAX = 1_000

type ListedBalance = Balance & { currency_code: string }
type ListedAffiliate = { id: string; name: string; balances: ListedBalance[] }

const ACCOUNTS = ["pending", "available", "requested", "paid"] as const

/** What every affiliate has earned and where it stands, per currency; nothing is added across currencies. */
export async function showStatement(
  { admin }: Pick<Shop, "admin">,
  screen: Screen,
  withLogins: Affiliate[]
): Promise<void> {
  const { affiliates } = ok(
    await admin.get<{ affiliates: ListedAffiliate[] }>("/admin/affiliates", {
      limit: AFFILIATES_MAX,
      order: "name",
    })
  )
  const header = ["earned", ...ACCOUNTS].map((word) => word.padStart(12))
  screen.tell(bold(`${fit("", 50)}${header.join("")}`))
  for (const { name, balances } of affiliates) {
    for (const balance of byCurrency(balances)) {
      const figures = [earned(balance), ...ACCOUNTS.map((one) => balance[one])]
      const currency = balance.currency_code
      screen.tell(
        `${fit(name, 45)} ${currency.toUpperCase()} ` +
          figures.map((one) => amount(one, currency).padStart(12)).join("")
      )
    }
  }
  await compareSummaries(affiliates, withLogins, screen)
}

/** What the affiliates read when they log in has to be the same. */
async function compareSummaries(
  affiliates: ListedAffiliate[],
  withLogins: Affiliate[],
  screen: Screen
): Promise<void> {
  let differences = 0
  for (const { api, id, name } of withLogins) {
    const { summary } = ok(await api.get("/affiliate/payouts/summary"))
    const listed = affiliates.find((affiliate) => affiliate.id === id)
    for (const balance of listed?.balances ?? []) {
      const own = summary.find(
        ({ currency_code }: ListedBalance) =>
          currency_code === balance.currency_code
      )
      if (
        own?.total_earnings === earned(balance) &&
        own.available_balance === balance.available &&
        own.total_paid_out === balance.paid
      )
        continue
      differences++
      screen.bad(`${name} reads something else in ${balance.currency_code}`)
    }
  }
  if (differences === 0)
    screen.good(
      `the ${withLogins.length} who can log in read the same in their own summaries`
    )
}

const byCurrency = (balances: ListedBalance[]) =>
  [...balances].sort((a, b) => (a.currency_code < b.currency_code ? -1 : 1))

/** Amounts have at most three decimals here; a sum of a few of them is exact once rounded to that. */
const earned = (balance: Balance) =>
  Math.round(ACCOUNTS.reduce((sum, one) => sum + balance[one], 0) * 1000) / 1000

type Check = {
  name: string
  ok: boolean
  checked: number
  failures: number
  sample: string[]
}

/** The audit of everything, every order computed anew; waits for subscribers that are still at work. */
export async function showAudit(
  { admin }: Pick<Shop, "admin">,
  screen: Screen
): Promise<void> {
  const deadline = Date.now() + CATCH_UP_MS_MAX
  const look = async () =>
    ok(
      await admin.get<{ ok: boolean; checks: Check[] }>(
        "/admin/affiliate-health",
        { deep: true }
      )
    )
  let health = await look()
  while (!health.ok && Date.now() < deadline) {
    await pause(POLL_MS)
    health = await look()
  }
  for (const check of health.checks) {
    const words = fit(check.name.replaceAll("_", " "), 45)
    if (check.ok)
      screen.good(`${words} ${`${check.checked}`.padStart(6)} checked`)
    else
      screen.bad(
        `${words} ${check.failures} of ${check.checked} failed: ${check.sample.join(", ")}`
      )
  }
  if (!health.ok && health.checks.every((check) => check.ok))
    screen.bad("the audit is not ok, though each of its checks is")
}
