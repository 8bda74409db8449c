import { execFile } from "node:child_process"
import { promisify } from "node:util"
import { ok, useStore } from "../harness"

/** What `medusa db:migrate` leaves, and that it may be run as often as one likes. */
const store = useStore({ seed: false })

const migrate = async (): Promise<void> => {
  const cli = require.resolve("@medusajs/cli/cli.js")
  await promisify(execFile)(process.execPath, [cli, "db:migrate"], {
    env: {
      ...process.env,
      NODE_ENV: "development",
      NODE_OPTIONS: "",
      DATABASE_URL: store.database.url,
    },
  })
}

/** Columns, constraints, indexes, triggers and functions of the plugin, and the rows it ships. */
const everything = async () => {
  const { sql } = store.database
  return {
    columns: await sql(
      `SELECT table_name, column_name, data_type, is_nullable, column_default, is_generated
         FROM information_schema.columns WHERE table_name LIKE 'affiliate%'
        ORDER BY table_name, column_name`
    ),
    constraints: await sql(
      `SELECT conrelid::regclass::text AS on_table, conname, pg_get_constraintdef(oid) AS rule
         FROM pg_constraint WHERE conrelid::regclass::text LIKE 'affiliate%'
        ORDER BY 1, 2`
    ),
    indexes: await sql(
      `SELECT indexdef FROM pg_indexes WHERE tablename LIKE 'affiliate%' ORDER BY 1`
    ),
    triggers: await sql(
      `SELECT pg_get_triggerdef(oid) AS rule FROM pg_trigger
        WHERE tgrelid::regclass::text LIKE 'affiliate%' AND NOT tgisinternal ORDER BY 1`
    ),
    programs: await sql("SELECT * FROM affiliate_program ORDER BY id"),
    tiers: await sql("SELECT * FROM affiliate_tier ORDER BY id"),
  }
}

test("a fresh database has a default program: 20 %, held 30 days, clicks count 30 days, customers for ever", async () => {
  const { affiliate_programs } = ok(
    await store.admin.get("/admin/affiliate-programs", { handle: "default" })
  )
  expect(affiliate_programs).toEqual([
    expect.objectContaining({
      status: "active",
      commission_type: "percentage",
      commission_value: 20,
      hold_days: 30,
      attribution_window_days: 30,
      attribution_model: "last_touch",
      trailing_months: null,
      minimum_payouts: [{ currency_code: "usd", amount: 50 }],
      self_referral: "block",
      levels: [],
    }),
  ])
})

test("its four tiers have their minimum payouts: 50, 100, 1 000 and 200 USD", async () => {
  const { affiliate_tiers } = ok(
    await store.admin.get("/admin/affiliate-tiers", { order: "rank" })
  )
  const minimums = affiliate_tiers.map(
    ({ name, minimum_payouts }: { name: string; minimum_payouts: unknown }) => [
      name,
      minimum_payouts,
    ]
  )
  const usd = (amount: number) => [{ currency_code: "usd", amount }]
  expect(minimums).toEqual([
    ["Affiliate", usd(50)],
    ["Reseller", usd(100)],
    ["White-Label", usd(1000)],
    ["Technology", usd(200)],
  ])
})

test("migrating again changes nothing, nor what the merchant made of the default program", async () => {
  ok(
    await store.admin.post("/admin/affiliate-programs/affprog_default", {
      name: "Friends of the house",
      commission_value: 12.5,
    })
  )
  const before = await everything()
  expect(before.triggers.length).toBeGreaterThanOrEqual(2)
  expect(before.constraints.length).toBeGreaterThan(30)

  await migrate()
  expect(await everything()).toEqual(before)
})
