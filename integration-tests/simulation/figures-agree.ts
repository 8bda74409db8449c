import { parse } from "csv-parse/sync"
import { ok, PASSWORD, type Api, type Json, type Store } from "../harness"
import { logInAs } from "../support/affiliates"
import { Fraction } from "../support/fraction"
import { ACCOUNTS, COUNTS, nameOf, readBooks, type Figures } from "./books"

/** What somebody is told somewhere, and the beginnings of the names that all have to be told there. */
type Told = { where: string; of: string[]; figures: Figures }

/** The longest time that figures are asked for at once; no simulated day is earlier. */
const DAYS = 400
const DAY_MS = 24 * 60 * 60 * 1000
const ROWS_MAX = 1000
/** More than anybody of the simulation has. */
const LINKS_MAX = 100
const day = (ahead: number) =>
  new Date(Date.now() + ahead * DAY_MS).toISOString().slice(0, 10)
const RANGE = { from: day(2 - DAYS), to: day(1) }

const exact = (amount: number | string) => Fraction.of(amount).toDecimal()
const sumOf = (amounts: (number | string)[]) =>
  Fraction.sum(amounts.map((amount) => Fraction.of(amount))).toDecimal()

/**
 * Where the affiliate's own pages, the merchant's and the ledger say different
 * things of the same affiliate, currency by currency; and where what the
 * merchant reads of all of them is not what they come to.
 */
export async function findDisagreements(store: Store): Promise<string[]> {
  const found: string[] = []
  const currencies = new Set<string>()
  const taxed = await paidByTaxReport(store)
  for (const affiliate of await affiliatesOf(store)) {
    const api = await loginOf(store, affiliate)
    for (const currency of await currenciesOf(store, affiliate.id)) {
      currencies.add(currency)
      found.push(
        ...differences(
          `${affiliate.name} ${currency}`,
          await readBooks(store, affiliate.id, currency),
          [
            ...(await toldOf(store, api, affiliate.id, currency)),
            {
              where: "the tax report",
              of: [],
              figures: {
                "account paid": taxed.get(`${affiliate.id} ${currency}`) ?? "0",
              },
            },
          ]
        )
      )
    }
  }
  for (const currency of currencies)
    found.push(
      ...differences(
        `everybody ${currency}`,
        await readBooks(store, null, currency),
        await toldOfEverybody(store, currency)
      )
    )
  return found
}

/** Of the parts of a dashboard, those that something came by. */
const partsIn = (
  way: Parameters<typeof nameOf>[0],
  parts: Json[],
  partOf: (part: Json) => string | null
): Told => ({
  where: `the dashboard by ${way}`,
  of: [`${way} `],
  figures: Object.fromEntries(
    parts.flatMap((part) =>
      COUNTS.map((count) => [
        nameOf(way, partOf(part), count),
        exact(part[count]),
      ])
    )
  ),
})

const totalsIn = (where: string, totals: Json): Told => ({
  where,
  of: ["total "],
  figures: Object.fromEntries(
    [...COUNTS, "adjustments"].map((name) => [
      `total ${name}`,
      exact(totals[name]),
    ])
  ),
})

const accountsIn = (
  where: string,
  amountOf: (account: string) => number | string
): Told => ({
  where,
  of: ["account "],
  figures: Object.fromEntries(
    ACCOUNTS.map((name) => [`account ${name}`, exact(amountOf(name))])
  ),
})

async function toldOf(
  store: Store,
  api: Api,
  id: string,
  currency_code: string
): Promise<Told[]> {
  const inCurrency = (one: Json) => one.currency_code === currency_code
  const { dashboard } = ok(
    await api.get("/affiliate/dashboard", { ...RANGE, currency_code })
  )
  const { summary } = ok(await api.get("/affiliate/payouts/summary"))
  const { affiliate } = ok(await store.admin.get(`/admin/affiliates/${id}`))
  const { links } = ok(await api.get("/affiliate/links", { limit: LINKS_MAX }))
  const own = dashboard.balances.find(inCurrency)
  const merchants = affiliate.balances.find(inCurrency)
  const paidOut = summary.find(inCurrency)
  const clicks = links.map(({ slug, clicks }: Json) => [
    nameOf("link", slug, "clicks"),
    exact(clicks),
  ])
  return [
    accountsIn("the affiliate's dashboard", (name) => own[name]),
    totalsIn("the affiliate's dashboard", dashboard),
    {
      where: "the affiliate's dashboard",
      of: ["earned"],
      figures: { earned: sumOf([dashboard.commission, dashboard.adjustments]) },
    },
    partsIn("day", dashboard.series, ({ date }) => date),
    partsIn("link", dashboard.by_link, ({ link }) => link?.slug ?? null),
    partsIn("campaign", dashboard.by_campaign, ({ campaign }) => campaign),
    partsIn("sub_id", dashboard.by_sub_id, ({ sub_id }) => sub_id),
    { where: "the links", of: [], figures: Object.fromEntries(clicks) },
    accountsIn("the merchant's page", (name) => merchants[name]),
    ...(await toldByStatement(api, currency_code)),
    {
      where: "the summary of payouts",
      of: [],
      figures: {
        "account available": exact(paidOut.available_balance),
        "account requested": exact(paidOut.pending_payouts),
        "account paid": exact(paidOut.total_paid_out),
        earned: exact(paidOut.total_earnings),
      },
    },
  ]
}

/** As the page shows it, and as the file has it. */
async function toldByStatement(
  api: Api,
  currency_code: string
): Promise<Told[]> {
  const asked = { ...RANGE, currency_code }
  const { statement } = ok(
    await api.get("/affiliate/statement", {
      ...asked,
      format: "json",
      limit: ROWS_MAX,
    })
  )
  const { rows, closing } = statement
  const lines = parse(
    String(ok(await api.get("/affiliate/statement", asked))),
    { columns: true }
  ) as Json[]
  const ofFile = lines.slice(1, -1)
  const owed = (where: string, amount: number | string): Told => ({
    where,
    of: ["owed"],
    figures: { owed: exact(amount) },
  })
  const sums = (all: Json[]) => (account: string) =>
    sumOf(all.map((row) => row[account]))
  return [
    accountsIn("the statement", (name) => closing[name]),
    owed("the statement", closing.balance),
    accountsIn("the statement's rows", sums(rows)),
    owed("the statement's last row", rows.at(-1)?.balance ?? 0),
    owed("the statement's amounts", sums(rows)("amount")),
    accountsIn("the file", (name) => lines.at(-1)[name]),
    accountsIn("the file's rows", sums(ofFile)),
    owed("the file's amounts", sums(ofFile)("amount")),
  ]
}

async function toldOfEverybody(
  { admin }: Store,
  currency_code: string
): Promise<Told[]> {
  const { stats } = ok(
    await admin.get("/admin/affiliate-stats", { ...RANGE, currency_code })
  )
  const owed = stats.balances.find(
    (one: Json) => one.currency_code === currency_code
  )
  return [
    totalsIn("the merchant's overview", stats.totals),
    partsIn("day", stats.series, ({ date }) => date),
    accountsIn("the merchant's overview", (name) => owed[name]),
  ]
}

/** What is told differently from what the books say, or is not told at all. */
function differences(what: string, books: Figures, all: Told[]): string[] {
  return all.flatMap(({ where, of, figures }) => {
    const due = Object.keys(books).filter((name) =>
      of.some((beginning) => name.startsWith(beginning))
    )
    return [...new Set([...due, ...Object.keys(figures)])]
      .filter((name) => (books[name] ?? "0") !== (figures[name] ?? "0"))
      .map(
        (name) =>
          `${what}, ${name}: the books say ${books[name] ?? "0"}, ${where} says ${figures[name] ?? "0"}`
      )
  })
}

/** By affiliate and currency, what the report of this year has as paid, less what came back; everything here is of this year. */
async function paidByTaxReport({ admin }: Store): Promise<Map<string, string>> {
  const { tax_report } = ok(
    await admin.get("/admin/affiliate-tax-report", { limit: ROWS_MAX })
  )
  return new Map(
    tax_report.rows.map(({ affiliate_id, currency_code, net }: Json) => [
      `${affiliate_id} ${currency_code}`,
      exact(net),
    ])
  )
}

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
