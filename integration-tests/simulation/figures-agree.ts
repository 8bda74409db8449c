import { ok, PASSWORD, type Api, type Json, type Store } from "../harness"
import { logInAs } from "../support/affiliates"
import { Fraction } from "../support/fraction"

/** What is said of one affiliate's money in one currency, wherever it is said. */
type Told = Record<string, Record<string, string>>

const ACCOUNTS = ["pending", "available", "requested", "paid"] as const
const COUNTS = ["clicks", "orders", "revenue", "commission"] as const

/** The longest time that figures are asked for at once; no simulated day is earlier. */
const DAYS = 400
const DAY_MS = 24 * 60 * 60 * 1000
const day = (ahead: number) =>
  new Date(Date.now() + ahead * DAY_MS).toISOString().slice(0, 10)
const RANGE = { from: day(2 - DAYS), to: day(1) }

const exact = (amount: number | string) => Fraction.of(amount).toDecimal()
const sumOf = (amounts: (number | string)[]) =>
  Fraction.sum(amounts.map((amount) => Fraction.of(amount))).toDecimal()

/**
 * Where the affiliate's own pages, the merchant's and the ledger say different
 * things of the same affiliate, currency by currency; and where all affiliates
 * together are not what the merchant reads of all of them.
 */
export async function findDisagreements(store: Store): Promise<string[]> {
  const found: string[] = []
  const together: Record<string, Record<string, string[]>> = {}
  for (const affiliate of await affiliatesOf(store)) {
    const api = await loginOf(store, affiliate)
    for (const currency of await currenciesOf(store, affiliate.id)) {
      const dashboard = await dashboardOf(api, currency)
      const what = `${affiliate.name} ${currency}`
      found.push(
        ...differences(what, await told(store, api, affiliate.id, dashboard))
      )
      const all = (together[currency] ??= {})
      for (const name of COUNTS) (all[name] ??= []).push(dashboard[name])
    }
  }
  for (const [currency, all] of Object.entries(together)) {
    const { totals } = ok(
      await store.admin.get("/admin/affiliate-stats", {
        ...RANGE,
        currency_code: currency,
      })
    ).stats
    // Clicks have no currency: everybody's are in the totals of each.
    for (const name of COUNTS.filter((one) => one !== "clicks")) {
      found.push(
        ...differences(`all ${currency} ${name}`, {
          merchant: { sum: exact(totals[name]) },
          affiliates: { sum: sumOf(all[name]!) },
        })
      )
    }
  }
  return found
}

async function told(
  store: Store,
  api: Api,
  id: string,
  dashboard: Json
): Promise<Told> {
  const { currency_code } = dashboard
  const [ledger] = await store.database.sql<Record<string, string>>(
    `SELECT ${ACCOUNTS.map(
      (account) =>
        `coalesce(sum(amount) FILTER (WHERE account = '${account}'), 0)::text AS ${account}`
    ).join(", ")}
       FROM affiliate_entry WHERE affiliate_id = $1 AND currency_code = $2`,
    [id, currency_code]
  )
  const [clicks] = await store.database.sql<{ clicks: string }>(
    `SELECT count(*)::text AS clicks FROM affiliate_click WHERE affiliate_id = $1 AND counted`,
    [id]
  )
  const { summary } = ok(await api.get("/affiliate/payouts/summary"))
  const { statement } = ok(
    await api.get("/affiliate/statement", {
      ...RANGE,
      currency_code,
      format: "json",
      limit: 1000,
    })
  )
  const { affiliate } = ok(await store.admin.get(`/admin/affiliates/${id}`))
  const own = dashboard.balances.find(inCurrency(currency_code))
  const merchants = affiliate.balances.find(inCurrency(currency_code))
  const paidOut = summary.find(inCurrency(currency_code))
  const accounts = (of: Record<string, number | string>) =>
    Object.fromEntries(ACCOUNTS.map((name) => [name, exact(of[name] ?? 0)]))
  const earned = sumOf([dashboard.commission, dashboard.adjustments])
  return {
    ledger: {
      ...accounts(ledger!),
      all: sumOf(ACCOUNTS.map((name) => ledger![name]!)),
      clicks: clicks!.clicks,
    },
    "the affiliate's dashboard": {
      ...accounts(own),
      all: earned,
      clicks: String(dashboard.clicks),
    },
    "the dashboard's days": {
      all: sumOf([
        ...dashboard.series.map((one: Json) => one.commission),
        dashboard.adjustments,
      ]),
      clicks: sumOf(dashboard.series.map((one: Json) => one.clicks)),
    },
    "the dashboard by link": {
      all: sumOf([
        ...dashboard.by_link.map((one: Json) => one.commission),
        dashboard.adjustments,
      ]),
      clicks: sumOf(dashboard.by_link.map((one: Json) => one.clicks)),
    },
    "the merchant's dashboard": accounts(merchants),
    "the statement": accounts(statement.closing),
    "the statement's rows": {
      ...Object.fromEntries(
        ACCOUNTS.map((name) => [
          name,
          sumOf(statement.rows.map((row: Json) => row[name])),
        ])
      ),
    },
    "the summary of payouts": {
      available: exact(paidOut.available_balance),
      requested: exact(paidOut.pending_payouts),
      paid: exact(paidOut.total_paid_out),
    },
  }
}

/** What each source says differently from the first. */
function differences(what: string, told: Told): string[] {
  const [[first, law], ...others] = Object.entries(told) as [
    [string, Record<string, string>],
    ...[string, Record<string, string>][],
  ]
  return others.flatMap(([source, figures]) =>
    Object.entries(figures)
      .filter(([name, figure]) => law[name] !== figure)
      .map(
        ([name, figure]) =>
          `${what}, ${name}: ${first} says ${law[name]}, ${source} says ${figure}`
      )
  )
}

const inCurrency = (currency: string) => (one: Json) =>
  one.currency_code === currency

type Person = { id: string; name: string; email: string }

const affiliatesOf = ({ database }: Store) =>
  database.sql<Person>(
    "SELECT id, name, email FROM affiliate WHERE deleted_at IS NULL ORDER BY id"
  )

/** Some have registered by themselves; for the others it is done now. */
async function loginOf(store: Store, { id, email }: Person): Promise<Api> {
  const { status, body } = await store.api.post("/auth/affiliate/emailpass", {
    email,
    password: PASSWORD,
  })
  return status === 200
    ? store.api.as(body.token)
    : await logInAs(store, id, email)
}

const currenciesOf = async ({ database }: Store, id: string) =>
  (
    await database.sql<{ code: string }>(
      "SELECT currency_code AS code FROM affiliate_balance WHERE affiliate_id = $1 ORDER BY 1",
      [id]
    )
  ).map(({ code }) => code)

const dashboardOf = async (api: Api, currency_code: string): Promise<Json> =>
  ok(await api.get("/affiliate/dashboard", { ...RANGE, currency_code }))
    .dashboard
