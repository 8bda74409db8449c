import { AFFILIATE_MODULE } from "../../src/modules/affiliate"
import type AffiliateModuleService from "../../src/modules/affiliate/service"
import { useStore } from "../harness"
import { createAffiliate, unique } from "../support/people"

/** What the hourly job does to clicks: months ahead, months gone, visitors and salts forgotten. */
const store = useStore()

const service = (): AffiliateModuleService =>
  store.container.resolve(AFFILIATE_MODULE)

const months = async (): Promise<string[]> => {
  const rows = await store.database.sql<{ name: string }>(
    `SELECT inhrelid::regclass::text AS name FROM pg_inherits
      WHERE inhparent = 'affiliate_click'::regclass ORDER BY 1`
  )
  return rows.map(({ name }) => name)
}

const monthName = async (months_from_now: number): Promise<string> => {
  const [{ name }] = await store.database.sql<{ name: string }>(
    `SELECT 'affiliate_click_' || to_char(
              (now() AT TIME ZONE 'utc') + make_interval(months => $1), 'YYYY_MM') AS name`,
    [months_from_now]
  )
  return name
}

const visit = async (visitor_id: string | null = unique("v-")) => {
  const { codes } = await createAffiliate(store)
  const by = visitor_id ?? unique("somebody ")
  return service().recordVisit({
    code: codes[0].code,
    visitor_id,
    told_apart_by: by,
    told_apart_later_by: by,
    sub_id: null,
    landing_url: null,
    referrer: null,
    skipped: null,
  })
}

test("clicks are kept by the month, in one that was there before it began", async () => {
  const click = await visit()
  const [{ month }] = await store.database.sql<{ month: string }>(
    "SELECT tableoid::regclass::text AS month FROM affiliate_click WHERE id = $1",
    [click!.id]
  )
  expect(month).toBe(await monthName(0))
  expect(await months()).toEqual(
    expect.arrayContaining([await monthName(1), await monthName(2)])
  )
})

test("a click whose month nobody made is kept, and moves there when it is made", async () => {
  const click = await visit()
  const name = await monthName(0)
  await store.database.sql(
    `ALTER TABLE affiliate_click DETACH PARTITION ${name}`
  )
  await store.database.sql(
    `INSERT INTO affiliate_click_default SELECT * FROM ${name}`
  )
  await store.database.sql(`DROP TABLE ${name}`)
  const late = await visit()

  expect(await service().keepClicks()).toMatchObject({ months_added: 1 })
  const rows = await store.database.sql(
    `SELECT tableoid::regclass::text AS month FROM affiliate_click
      WHERE id = ANY($1) ORDER BY id`,
    [[click!.id, late!.id]]
  )
  expect(rows).toEqual([{ month: name }, { month: name }])
  expect(await service().keepClicks()).toMatchObject({ months_added: 0 })
})

test("months that ended longer ago than clicks are kept are dropped whole, their sums stay", async () => {
  const { id: affiliate_id } = await createAffiliate(store)
  for (const age of [24, 25]) {
    const name = await monthName(-age)
    await store.database.sql(
      `CREATE TABLE ${name} PARTITION OF affiliate_click FOR VALUES ${await boundsOf(age)}`
    )
    await store.database.sql(
      `INSERT INTO affiliate_click_daily (day, affiliate_id, clicks)
       VALUES ((now() - make_interval(months => $1))::date, $2, 3)`,
      [age, affiliate_id]
    )
  }
  const { months_dropped } = await service().keepClicks()
  expect(months_dropped).toEqual([await monthName(-25)])
  expect(await months()).toContain(await monthName(-24))
  const [{ clicks }] = await store.database.sql<{ clicks: string }>(
    "SELECT sum(clicks) AS clicks FROM affiliate_click_daily WHERE affiliate_id = $1",
    [affiliate_id]
  )
  expect(clicks).toBe("6")
})

test("visitors and salts are forgotten when nothing is compared with them any more", async () => {
  await visit()
  await store.database.sql(
    "UPDATE affiliate_click_visitor SET counted_at = now() - interval '26 hours'"
  )
  const recent = unique("v-")
  await visit(recent)
  await store.database.sql(
    `INSERT INTO affiliate_click_salt (day, salt)
     VALUES ((now() AT TIME ZONE 'utc')::date - 3, 'old')`
  )
  const { visitors_forgotten } = await service().keepClicks()
  expect(visitors_forgotten).toBeGreaterThan(0)
  const [left] = await store.database.sql(
    `SELECT (SELECT count(*)::int FROM affiliate_click_visitor) AS visitors,
            (SELECT count(*)::int FROM affiliate_click_salt) AS salts`
  )
  expect(left).toEqual({ visitors: 1, salts: 2 })
})

test("many instances may do it at once", async () => {
  const name = await monthName(2)
  await store.database.sql(
    `ALTER TABLE affiliate_click DETACH PARTITION ${name}`
  )
  await store.database.sql(`DROP TABLE ${name}`)
  const done = await Promise.all(
    Array.from({ length: 5 }, () => service().keepClicks())
  )
  const added = done.map(({ months_added }) => months_added)
  expect(added.sort()).toEqual([0, 0, 0, 0, 1])
})

/** A month as a partition's bounds, which Postgres takes as literals only. */
async function boundsOf(months_ago: number): Promise<string> {
  const [{ from, to }] = await store.database.sql<{ from: string; to: string }>(
    `SELECT (date_trunc('month', now() AT TIME ZONE 'utc') - make_interval(months => $1))::text || '+00' AS from,
            (date_trunc('month', now() AT TIME ZONE 'utc') - make_interval(months => $1 - 1))::text || '+00' AS to`,
    [months_ago]
  )
  return `FROM ('${from}') TO ('${to}')`
}
