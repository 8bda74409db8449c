import {
  buy,
  cancelOrder,
  createApi,
  eventually,
  ok,
  openShop,
  recordEvents,
  refund,
  startStoreProcess,
  useStore,
  type EventRecord,
} from "../harness"
import affiliateReviewTiers from "../../src/jobs/affiliate-review-tiers"
import affiliateTellTierChanges from "../../src/jobs/affiliate-tell-tier-changes"
import { affiliateService, logInAs, makeAffiliate } from "../support/affiliates"
import { holdUpVerdicts } from "../support/lost-events"
import { sell } from "../support/paying"
import {
  addAffiliate,
  addProgram,
  type AddedAffiliate,
} from "../support/programs"
import { WITHOUT_SCHEDULE } from "../support/servers"
import { remember } from "../support/touches"
import {
  expectHealthy,
  readVerdict,
  untilReconciled,
} from "../support/verdicts"

/** Tiers that affiliates enter and leave by what they bring. */
const store = useStore({ env: { EMAIL: "log", ...WITHOUT_SCHEDULE } })

let heard: EventRecord
beforeAll(() => {
  heard = recordEvents(store.container)
})

type Tier = Record<string, unknown> & { id: string; name: string }
type Move = {
  affiliate_id: string
  from_tier_id: string | null
  to_tier_id: string | null
  figures: Record<string, unknown>[]
}

const orders = (threshold: number, window_days: number | null = null) => ({
  metric: "orders",
  window_days,
  threshold,
})
const money = (
  metric: "revenue" | "commission",
  threshold: number,
  window_days: number | null = null
) => ({ metric, window_days, currency_code: "usd", threshold })

const addTier = async (
  program_id: string,
  fields: Record<string, unknown>
): Promise<Tier> =>
  ok(
    await store.admin.post("/admin/affiliate-tiers", {
      program_id,
      auto: true,
      ...fields,
    })
  ).affiliate_tier

/** A program of its own whose entry tier asks nothing, and one above it. */
const addLadder = async (
  requirements: object[],
  above: Record<string, unknown> = {}
) => {
  const program_id = await addProgram(store)
  const low = await addTier(program_id, { name: "Low", rank: 0 })
  const high = await addTier(program_id, {
    name: "High",
    rank: 1,
    requirements,
    ...above,
  })
  return { program_id, low, high }
}

const review = async (
  body: object = {}
): Promise<{ reviewed: number; moved: number; moves: Move[] }> =>
  ok(await store.admin.post("/admin/affiliate-tiers/review", body)).tier_review

const tierOf = async ({ id }: { id: string }): Promise<string | null> =>
  ok(await store.admin.get(`/admin/affiliates/${id}`)).affiliate.tier_id

const historyOf = async ({ id }: { id: string }) =>
  ok(await store.admin.get(`/admin/affiliates/${id}/tier-changes`))
    .tier_changes as (Move & {
    by: string
    from_tier: Tier | null
    to_tier: Tier | null
  })[]

const moveByHand = async ({ id }: { id: string }, tier_id: string | null) =>
  ok(await store.admin.post(`/admin/affiliates/${id}`, { tier_id }))

const eventsOf = ({ id }: { id: string }) =>
  heard.events
    .filter(({ name }) => name === "affiliate.tier_changed")
    .map(({ data }) => data as { id: string; to_tier_id: string | null })
    .filter((data) => data.id === id)

const emailsTo = async ({ email }: AddedAffiliate) =>
  store.database.sql<{ template: string; data: Record<string, unknown> }>(
    `SELECT template, data FROM notification
      WHERE "to" = $1 AND template = 'affiliate-tier-changed' ORDER BY created_at`,
    [email]
  )

const placedDaysAgo = (orderId: string, days: number) =>
  store.database.sql(
    `UPDATE affiliate_conversion SET placed_at = now() - $2 * interval '1 day' WHERE order_id = $1`,
    [orderId, days]
  )

describe("what a tier is", () => {
  test("the four tiers that a store begins with pay out from USD 50, 100, 1 000 and 200, and become automatic where the merchant says so", async () => {
    const { affiliate_tiers } = ok(
      await store.admin.get("/admin/affiliate-tiers", {
        program_id: "affprog_default",
      })
    )
    const minimums = affiliate_tiers.map(
      ({ minimum_payouts }: { minimum_payouts: { amount: number }[] }) =>
        minimum_payouts.map(({ amount }) => amount)
    )
    expect(minimums).toEqual([[50], [100], [1000], [200]])

    const [first, second, , fourth] = affiliate_tiers as Tier[]
    const set = (tier: Tier, fields: object) =>
      store.admin.post(`/admin/affiliate-tiers/${tier.id}`, fields)
    ok(await set(first!, { auto: true }))
    ok(
      await set(second!, { auto: true, requirements: [money("revenue", 300)] })
    )
    ok(await set(fourth!, { auto: true, requirements: [orders(50)] }))
    const affiliate = await addAffiliate(store, {
      program_id: "affprog_default",
    })
    await sell(store, affiliate.code, [{ ware: store.shop.shirt, quantity: 3 }])
    await review({ program_id: "affprog_default" })
    expect(await tierOf(affiliate)).toBe(second!.id)

    const api = await logInAs(store, affiliate.id, affiliate.email)
    const { summary } = ok(await api.get("/affiliate/payouts/summary"))
    expect(summary[0].minimum_payout).toBe(100)
    for (const tier of [first!, second!, fourth!])
      ok(await set(tier, { auto: false, requirements: [] }))
  })

  test("features are kept as they are written", async () => {
    const program_id = await addProgram(store)
    const features = ["Own manager", "Früher Zugang"]
    const tier = await addTier(program_id, { name: "Best", features })
    expect(tier).toMatchObject({ features, auto: true, requirements: [] })
    const changed = ok(
      await store.admin.post(`/admin/affiliate-tiers/${tier.id}`, {
        features: [],
      })
    ).affiliate_tier
    expect(changed.features).toEqual([])
  })

  test.each<[string, Record<string, unknown>, RegExp]>([
    ["21 features", { features: Array(21).fill("x") }, /features/],
    ["a feature of 201 letters", { features: ["x".repeat(201)] }, /features/],
    ["an empty feature", { features: [" "] }, /features/],
    [
      "11 requirements",
      { requirements: Array(11).fill(orders(1)) },
      /requirements/,
    ],
    [
      "revenue without a currency",
      { requirements: [{ ...orders(1), metric: "revenue" }] },
      /currency_code/,
    ],
    [
      "commission without a currency",
      { requirements: [{ ...orders(1), metric: "commission" }] },
      /currency_code/,
    ],
    [
      "orders with a currency",
      { requirements: [{ ...orders(1), currency_code: "usd" }] },
      /currency_code/,
    ],
    ["half an order", { requirements: [orders(1.5)] }, /whole number/],
    ["half a cent", { requirements: [money("revenue", 1.005)] }, /decimals/],
    [
      "a currency nobody has",
      { requirements: [{ ...money("revenue", 1), currency_code: "zzz" }] },
      /zzz/,
    ],
    ["a window of no days", { requirements: [orders(1, 0)] }, /window_days/],
    ["less than nothing", { requirements: [orders(-1)] }, /threshold/],
    [
      "another metric",
      { requirements: [{ ...orders(1), metric: "clicks" }] },
      /metric/,
    ],
    [
      "an unknown field",
      { requirements: [{ ...orders(1), of: "mine" }] },
      /of/,
    ],
  ])("a tier may not have %s", async (_, fields, message) => {
    const program_id = await addProgram(store)
    const { status, body } = await store.admin.post("/admin/affiliate-tiers", {
      program_id,
      name: "Wrong",
      ...fields,
    })
    expect({ status, message: body.message }).toEqual({
      status: 400,
      message: expect.stringMatching(message),
    })
  })
})

describe("promotion", () => {
  test("by orders: the order that was missing, and the one that lets an affiliate begin", async () => {
    const { program_id, low, high } = await addLadder([orders(2)])
    const affiliate = await addAffiliate(store, { program_id })
    await review({ program_id })
    expect(await tierOf(affiliate)).toBe(low.id)

    await sell(store, affiliate.code)
    await review({ program_id })
    expect(await tierOf(affiliate)).toBe(low.id)

    await sell(store, affiliate.code)
    const { reviewed, moved, moves } = await review({ program_id })
    expect({ reviewed, moved }).toEqual({ reviewed: 1, moved: 1 })
    expect(moves).toEqual([
      {
        program_id,
        affiliate_id: affiliate.id,
        from_tier_id: low.id,
        to_tier_id: high.id,
        figures: [
          {
            tier_id: high.id,
            metric: "orders",
            window_days: null,
            currency_code: null,
            threshold: 2,
            found: 2,
            met: true,
          },
        ],
      },
    ])
    expect(await tierOf(affiliate)).toBe(high.id)
  })

  test("by revenue, less what was refunded out of goodwill", async () => {
    const { program_id, low, high } = await addLadder([money("revenue", 150)])
    const affiliate = await addAffiliate(store, { program_id })
    const order = await sell(store, affiliate.code, [
      { ware: store.shop.shirt, quantity: 2 },
    ])
    // Of 231 a third is given back: 200 become 133.33.
    await refund(store.shop, order, 77)
    await untilReconciled(store, order)
    await review({ program_id })
    expect(await tierOf(affiliate)).toBe(low.id)
    const { moves } = await review({ program_id, dry_run: true })
    expect(moves).toEqual([])

    await sell(store, affiliate.code, [{ ware: store.shop.mug }])
    const [move] = (await review({ program_id })).moves
    expect(move).toMatchObject({ to_tier_id: high.id })
    expect(move!.figures[0]).toMatchObject({ threshold: 150, found: 153.33 })
  })

  test("by commission, first and trailing alike", async () => {
    const { program_id, high } = await addLadder([money("commission", 40)])
    const affiliate = await addAffiliate(store, { program_id })
    await sell(store, affiliate.code)
    await review({ program_id })
    expect(await tierOf(affiliate)).not.toBe(high.id)
    await sell(store, affiliate.code)
    await review({ program_id })
    expect(await tierOf(affiliate)).toBe(high.id)
  })

  test("all requirements must be met, and those of the program before count for nothing", async () => {
    const { program_id, low, high } = await addLadder([
      orders(1),
      money("revenue", 150),
    ])
    const affiliate = await addAffiliate(store, {
      program_id: await addProgram(store),
    })
    await sell(store, affiliate.code, [{ ware: store.shop.shirt, quantity: 5 }])
    ok(
      await store.admin.post(`/admin/affiliates/${affiliate.id}`, {
        program_id,
      })
    )
    await sell(store, affiliate.code)
    await review({ program_id })
    expect(await tierOf(affiliate)).toBe(low.id)
    await sell(store, affiliate.code)
    await review({ program_id })
    expect(await tierOf(affiliate)).toBe(high.id)
  })

  test("only what was placed inside the window counts", async () => {
    const { program_id, low, high } = await addLadder([orders(2, 30)])
    const affiliate = await addAffiliate(store, { program_id })
    const old = await sell(store, affiliate.code)
    await sell(store, affiliate.code)
    await placedDaysAgo(old, 31)
    await review({ program_id })
    expect(await tierOf(affiliate)).toBe(low.id)

    await placedDaysAgo(old, 29)
    await review({ program_id })
    expect(await tierOf(affiliate)).toBe(high.id)

    await placedDaysAgo(old, 31)
    await review({ program_id })
    expect(await tierOf(affiliate)).toBe(low.id)
  })

  test("affiliates who wait, and programs that rest, are left alone", async () => {
    const { program_id } = await addLadder([orders(0)])
    const affiliate = await addAffiliate(store, { program_id })
    ok(await store.admin.post(`/admin/affiliates/${affiliate.id}/suspend`))
    expect(await review({ program_id })).toMatchObject({
      reviewed: 0,
      moved: 0,
    })

    ok(await store.admin.post(`/admin/affiliates/${affiliate.id}/reinstate`))
    const path = `/admin/affiliate-programs/${program_id}`
    ok(await store.admin.post(path, { status: "inactive" }))
    expect(await review({ program_id })).toMatchObject({
      reviewed: 0,
      moved: 0,
    })
    expect(await tierOf(affiliate)).toBeNull()
  })
})

describe("demotion", () => {
  test("after an order was cancelled, or refunded", async () => {
    const { program_id, low, high } = await addLadder([
      orders(2),
      money("revenue", 100),
    ])
    const affiliate = await addAffiliate(store, { program_id })
    const [one, other] = [
      await sell(store, affiliate.code),
      await sell(store, affiliate.code),
    ]
    await review({ program_id })
    expect(await tierOf(affiliate)).toBe(high.id)

    await cancelOrder(store.shop, one)
    await untilReconciled(store, one)
    const { moves } = await review({ program_id })
    expect(moves).toMatchObject([
      { affiliate_id: affiliate.id, from_tier_id: high.id, to_tier_id: low.id },
    ])
    expect(moves[0]!.figures).toContainEqual(
      expect.objectContaining({ metric: "orders", found: 1, met: false })
    )

    await sell(store, affiliate.code)
    await review({ program_id })
    expect(await tierOf(affiliate)).toBe(high.id)
    await refund(store.shop, other, 110 + 11)
    await untilReconciled(store, other)
    await review({ program_id })
    expect(await tierOf(affiliate)).toBe(low.id)
  })

  test("out of every automatic tier where none is met, to the program's own terms", async () => {
    const program_id = await addProgram(store)
    const only = await addTier(program_id, {
      name: "Only",
      requirements: [orders(1)],
    })
    const affiliate = await addAffiliate(store, { program_id })
    const order = await sell(store, affiliate.code)
    await review({ program_id })
    expect(await tierOf(affiliate)).toBe(only.id)
    await cancelOrder(store.shop, order)
    await untilReconciled(store, order)
    await review({ program_id })
    expect(await tierOf(affiliate)).toBeNull()
  })
})

describe("a person's word", () => {
  test("a tier that is not automatic is never left, whatever was brought", async () => {
    const { program_id, high } = await addLadder([orders(0)])
    const pinned = await addTier(program_id, { name: "Ours", auto: false })
    const affiliate = await addAffiliate(store, {
      program_id,
      tier_id: pinned.id,
    })
    await review({ program_id })
    expect(await tierOf(affiliate)).toBe(pinned.id)

    await moveByHand(affiliate, null)
    await review({ program_id })
    expect(await tierOf(affiliate)).toBe(high.id)
  })

  test("an automatic tier given by hand is left again when its requirements are not met", async () => {
    const { program_id, low, high } = await addLadder([orders(1)])
    const affiliate = await addAffiliate(store, { program_id })
    await moveByHand(affiliate, high.id)
    expect(await historyOf(affiliate)).toMatchObject([
      {
        by: "merchant",
        from_tier: null,
        to_tier: { name: "High" },
        figures: [],
      },
    ])
    await eventually(() =>
      expect(eventsOf(affiliate)).toEqual([
        { id: affiliate.id, from_tier_id: null, to_tier_id: high.id },
      ])
    )
    await review({ program_id })
    expect(await tierOf(affiliate)).toBe(low.id)
    expect((await historyOf(affiliate)).map(({ by }) => by)).toEqual([
      "requirements",
      "merchant",
    ])
  })

  test("what a merchant changes beside the tier is no change of tier, and what is refused writes none", async () => {
    const { program_id, low } = await addLadder([orders(1)])
    const affiliate = await addAffiliate(store, { program_id, tier_id: low.id })
    ok(
      await store.admin.post(`/admin/affiliates/${affiliate.id}`, {
        name: "Bea",
      })
    )
    await moveByHand(affiliate, low.id)
    const refused = await store.admin.post(
      `/admin/affiliates/${affiliate.id}`,
      {
        tier_id: "afftier_technology",
      }
    )
    expect(refused.status).toBe(400)
    expect(await historyOf(affiliate)).toEqual([])
  })
})

describe("a review", () => {
  test("that is only tried changes nothing, and says who would move", async () => {
    const { program_id, low } = await addLadder([orders(1)])
    const affiliate = await addAffiliate(store, { program_id })
    const tried = await review({ program_id, dry_run: true })
    expect(tried).toMatchObject({ dry_run: true, reviewed: 1, moved: 1 })
    expect(tried.moves).toMatchObject([
      { affiliate_id: affiliate.id, from_tier_id: null, to_tier_id: low.id },
    ])
    expect(await tierOf(affiliate)).toBeNull()
    expect(await historyOf(affiliate)).toEqual([])
    expect(eventsOf(affiliate)).toEqual([])
    expect(await emailsTo(affiliate)).toEqual([])
  })

  test("ten at once move each affiliate once, and tell it once", async () => {
    const { program_id, low } = await addLadder([orders(1)])
    const affiliates = []
    for (let n = 0; n < 5; n++)
      affiliates.push(await addAffiliate(store, { program_id }))
    await Promise.all(
      Array.from({ length: 10 }, () => affiliateReviewTiers(store.container))
    )
    await affiliateTellTierChanges(store.container)
    for (const affiliate of affiliates) {
      expect(await historyOf(affiliate)).toHaveLength(1)
      expect(await tierOf(affiliate)).toBe(low.id)
      await eventually(() => expect(eventsOf(affiliate)).toHaveLength(1))
      expect(await emailsTo(affiliate)).toHaveLength(1)
    }
  })

  test("goes through a program page by page, each affiliate once", async () => {
    const { program_id } = await addLadder([orders(1)])
    const added = new Set<string>()
    for (let n = 0; n < 5; n++)
      added.add((await addAffiliate(store, { program_id })).id)
    const seen: string[] = []
    for (let after: string | null = ""; after !== null;) {
      const page = await affiliateService(store).reviewTiers({
        program_id,
        after,
        limit: 2,
        dry_run: false,
      })
      seen.push(...page.moves.map(({ affiliate_id }) => affiliate_id))
      after = page.after
    }
    expect(seen.sort()).toEqual([...added].sort())
  })

  test("tells the affiliate by e-mail, with the tiers' names and what is offered", async () => {
    const { program_id, high } = await addLadder([orders(1)], {
      features: ["Own manager"],
    })
    const affiliate = await addAffiliate(store, { program_id })
    await sell(store, affiliate.code)
    await review({ program_id })
    expect(await emailsTo(affiliate)).toEqual([
      {
        template: "affiliate-tier-changed",
        data: expect.objectContaining({
          name: affiliate.name,
          from_tier_name: null,
          to_tier_id: high.id,
          to_tier_name: "High",
          features: ["Own manager"],
        }),
      },
    ])
  })

  test("in a store without an e-mail provider loses nothing, and only the latest change is told later", async () => {
    const { program_id, low, high } = await addLadder([orders(1)])
    const affiliate = await addAffiliate(store, { program_id })
    const without = await startStoreProcess({
      databaseUrl: store.database.url,
      env: { EMAIL: "", ...WITHOUT_SCHEDULE },
    })
    const there = createApi(without.baseUrl, { ...store.admin.headers })
    const far = openShop(there, store.shop)
    ok(await there.post("/admin/affiliate-tiers/review", { program_id }))
    expect(await tierOf(affiliate)).toBe(low.id)
    const { id } = await buy(far, {
      items: [{ ware: store.shop.shirt }],
      beforePayment: remember({ code: affiliate.code }),
    })
    await untilReconciled(store, id)
    ok(await there.post("/admin/affiliate-tiers/review", { program_id }))
    expect(await tierOf(affiliate)).toBe(high.id)
    expect(without.log()).toContain("no notification provider serves")
    await without.stop()
    expect(await emailsTo(affiliate)).toEqual([])

    const withEmail = await startStoreProcess({
      databaseUrl: store.database.url,
      env: { EMAIL: "log", ...WITHOUT_SCHEDULE },
    })
    await withEmail.stop()
    await affiliateTellTierChanges(store.container)
    expect(
      (await emailsTo(affiliate)).map(({ data }) => data.to_tier_name)
    ).toEqual(["High"])
  })

  test.each<[string, object, number]>([
    ["a program that is not there", { program_id: "affprog_nobody" }, 400],
    ["an unknown field", { force: true }, 400],
    ["a word for yes", { dry_run: "yes" }, 400],
  ])("refuses %s", async (_, body, expected) => {
    const { status } = await store.admin.post(
      "/admin/affiliate-tiers/review",
      body
    )
    expect(status).toBe(expected)
  })
})

describe("money", () => {
  test("an order placed before a promotion and judged after it earns at the old tier's rate", async () => {
    const { program_id, low, high } = await addLadder([orders(1)], {
      commission_value: 40,
    })
    const affiliate = await addAffiliate(store, { program_id, tier_id: low.id })
    await sell(store, affiliate.code)

    const late = await holdUpVerdicts(store, "before the verdict is written")
    const { id } = await buy(store.shop, {
      items: [{ ware: store.shop.shirt }],
      beforePayment: remember({ code: affiliate.code }),
    })
    await review({ program_id })
    expect(await tierOf(affiliate)).toBe(high.id)
    await late.letGo()
    expect(await untilReconciled(store, id)).toMatchObject({
      commission_total: 20,
      terms: { rate_source: "program", tier_id: low.id },
    })

    const next = await sell(store, affiliate.code)
    expect(await readVerdict(store, next)).toMatchObject({
      commission_total: 40,
      terms: { rate_source: "tier", tier_id: high.id },
    })
  })

  test("the books agree after all of it", () => expectHealthy(store))
})

describe("what is shown", () => {
  test("the history, latest first, by page, and of nobody else", async () => {
    const { program_id } = await addLadder([orders(1)])
    const affiliate = await addAffiliate(store, { program_id })
    await review({ program_id })
    await sell(store, affiliate.code)
    await review({ program_id })
    const path = `/admin/affiliates/${affiliate.id}/tier-changes`
    const all = ok(await store.admin.get(path))
    expect(all).toMatchObject({ count: 2, offset: 0, limit: 20 })
    expect(all.tier_changes).toMatchObject([
      { from_tier: { name: "Low" }, to_tier: { name: "High" } },
      { from_tier: null, to_tier: { name: "Low" } },
    ])
    const second = ok(await store.admin.get(path, { limit: "1", offset: "1" }))
    expect(second.tier_changes).toMatchObject([{ to_tier: { name: "Low" } }])
    expect(
      ok(await store.admin.get(path, { by: "merchant" })).tier_changes
    ).toEqual([])
    expect((await store.admin.get(path, { by: "chance" })).status).toBe(400)
    expect((await store.admin.get(path, { of: "mine" })).status).toBe(400)
    expect(
      (await store.admin.get("/admin/affiliates/aff_nobody/tier-changes"))
        .status
    ).toBe(404)
  })

  test("an affiliate sees its tier, what it offers, and how far the next one is", async () => {
    const { program_id, low, high } = await addLadder(
      [orders(3, 90), money("revenue", 250)],
      { features: ["Own manager"] }
    )
    const { id, api } = await makeAffiliate(store, { program_id })
    const tier = async () =>
      ok(await api.get("/affiliate/profile")).affiliate.tier
    const next = {
      id: high.id,
      name: "High",
      requirements: [
        {
          metric: "orders",
          window_days: 90,
          currency_code: null,
          threshold: 3,
          found: 0,
          met: false,
        },
        {
          metric: "revenue",
          window_days: null,
          currency_code: "usd",
          threshold: 250,
          found: 0,
          met: false,
        },
      ],
    }
    expect(await tier()).toMatchObject({
      id: null,
      next: { id: low.id, requirements: [] },
    })
    await review({ program_id })
    expect(await tier()).toEqual({
      id: low.id,
      name: "Low",
      features: [],
      next,
    })

    await moveByHand({ id }, high.id)
    expect(await tier()).toEqual({
      id: high.id,
      name: "High",
      features: ["Own manager"],
      next: null,
    })
  })

  test("who is in no tier, and can reach none, has none", async () => {
    const { api } = await makeAffiliate(store)
    expect(ok(await api.get("/affiliate/profile")).affiliate.tier).toBeNull()
  })
})
