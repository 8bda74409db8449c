import { ok, useStore } from "../harness"
import { createAffiliate, fieldNames, unique } from "../support/people"
import { addProgram } from "../support/programs"
import { expectNothingChanged } from "../support/unchanged"

const store = useStore({ seed: false })

const PROGRAMS = "/admin/affiliate-programs"
const TIERS = "/admin/affiliate-tiers"

const create = (body: object) =>
  store.admin.post(PROGRAMS, { name: unique("Program "), ...body })
const update = (id: string, body: object) =>
  store.admin.post(`${PROGRAMS}/${id}`, body)
const read = async (id: string) =>
  ok(await store.admin.get(`${PROGRAMS}/${id}`)).affiliate_program

describe("the default program", () => {
  test("is there after migration, as the merchant was promised, with four tiers", async () => {
    const { affiliate_programs } = ok(
      await store.admin.get(PROGRAMS, { handle: "default" })
    )
    expect(affiliate_programs).toHaveLength(1)
    expect(affiliate_programs[0]).toMatchObject({
      status: "active",
      commission_type: "percentage",
      commission_value: 20,
      hold_days: 30,
      attribution_window_days: 30,
      attribution_model: "last_touch",
      trailing_months: null,
      self_referral: "block",
      auto_approve: false,
      milestones: [50, 100, 500, 1000].map((amount) => ({
        currency_code: "usd",
        amount,
      })),
    })
    const tiers = affiliate_programs[0].tiers.map(
      (tier: { name: string; minimum_payouts: object[] }) => [
        tier.name,
        tier.minimum_payouts,
      ]
    )
    expect(tiers).toEqual([
      ["Affiliate", [{ currency_code: "usd", amount: 50 }]],
      ["Reseller", [{ currency_code: "usd", amount: 100 }]],
      ["White-Label", [{ currency_code: "usd", amount: 1000 }]],
      ["Technology", [{ currency_code: "usd", amount: 200 }]],
    ])
  })

  test("keeps its handle and cannot be deleted: affiliates join it by that", async () => {
    const renamed = await expectNothingChanged(store, () =>
      update("affprog_default", { handle: "other" })
    )
    expect(renamed).toMatchObject({
      status: 400,
      body: { type: "not_allowed" },
    })
    const deleted = await expectNothingChanged(store, () =>
      store.admin.delete(`${PROGRAMS}/affprog_default`)
    )
    expect(deleted).toMatchObject({
      status: 400,
      body: { type: "not_allowed" },
    })
    ok(await update("affprog_default", { name: "Partners", handle: "default" }))
  })
})

describe("a program", () => {
  test("needs a name and a rate, and has defaults for the rest", async () => {
    const { affiliate_program } = ok(await create({ commission_value: 15 }))
    expect(affiliate_program).toMatchObject({
      status: "active",
      commission_type: "percentage",
      commission_value: 15,
      fixed_values: [],
      minimum_payouts: [],
      levels: [],
      milestones: [50, 100, 500, 1000].map((amount) => ({
        currency_code: "usd",
        amount,
      })),
      hold_days: 30,
      trailing_months: null,
      tiers: [],
      affiliates_count: 0,
    })
  })

  test("answers every term as it was set, in plain numbers", async () => {
    const terms = {
      status: "inactive",
      commission_type: "fixed_per_item",
      commission_value: 3.5,
      fixed_values: [
        { currency_code: "usd", amount: 5.25 },
        { currency_code: "jpy", amount: 500 },
        { currency_code: "kwd", amount: 1.234 },
      ],
      hold_days: 0,
      attribution_window_days: 90,
      attribution_model: "first_touch",
      trailing_months: 0,
      minimum_payouts: [{ currency_code: "eur", amount: 25.5 }],
      levels: [
        { level: 2, percent: 5, basis: "order" },
        { level: 3, percent: 2.5, basis: "commission" },
      ],
      milestones: [
        { currency_code: "usd", amount: 10 },
        { currency_code: "usd", amount: 20 },
        { currency_code: "eur", amount: 10 },
      ],
      self_referral: "flag",
      auto_approve: true,
      include_shipping: true,
      include_tax: true,
      new_customers_only: true,
    }
    const { affiliate_program } = ok(await create(terms))
    const answer = await read(affiliate_program.id)
    expect(answer).toMatchObject(terms)
    expect(
      fieldNames(answer).filter((name) => name.startsWith("raw_"))
    ).toEqual([])
  })

  test("writes currencies in lower case", async () => {
    const body = {
      commission_value: 1,
      minimum_payouts: [{ currency_code: "USD", amount: 5 }],
    }
    const { affiliate_program } = ok(await create(body))
    expect(affiliate_program.minimum_payouts).toEqual([
      { currency_code: "usd", amount: 5 },
    ])
  })

  test("gets a handle from its name, and one of its own when that is taken", async () => {
    const name = unique("Summer Sale ")
    const handles = []
    for (let i = 0; i < 3; i++) {
      const { affiliate_program } = ok(
        await create({ name, commission_value: 1 })
      )
      handles.push(affiliate_program.handle)
    }
    const stem = name.toLowerCase().replaceAll(" ", "-")
    expect(handles).toEqual([stem, `${stem}-2`, `${stem}-3`])

    const refused = await expectNothingChanged(store, () =>
      create({ handle: stem, commission_value: 1 })
    )
    expect(refused).toMatchObject({
      status: 422,
      body: { type: "duplicate_error" },
    })
    expect(refused.body.message).toContain(stem)
  })

  test("with fixed values needs no single value", async () => {
    const body = {
      commission_type: "fixed_per_order",
      fixed_values: [{ currency_code: "usd", amount: 7 }],
    }
    expect(ok(await create(body)).affiliate_program).toMatchObject(body)
    const single = { commission_type: "fixed_per_order", commission_value: 7 }
    expect(ok(await create(single)).affiliate_program).toMatchObject(single)
  })
})

/** Bodies that are wrong whether a program is made or changed. */
const WRONG: [what: string, body: object, message: RegExp][] = [
  ["an unknown field", { rate: 20 }, /rate/],
  ["an empty name", { name: " " }, /'name'/],
  ["a handle in capitals", { handle: "Summer" }, /'handle'/],
  ["a handle with spaces", { handle: "summer sale" }, /'handle'/],
  ["a status that is none", { status: "paused" }, /'status'/],
  ["a type that is none", { commission_type: "flat" }, /'commission_type'/],
  ["a negative percentage", { commission_value: -1 }, /'commission_value'/],
  [
    "a percentage over 100",
    { commission_value: 100.0001 },
    /'commission_value'/,
  ],
  [
    "a percentage of five decimals",
    { commission_value: 12.34567 },
    /'commission_value'/,
  ],
  ["a percentage in words", { commission_value: "20" }, /'commission_value'/],
  ["no percentage", { commission_value: null }, /'commission_value'/],
  [
    "fixed values beside a percentage",
    { fixed_values: [{ currency_code: "usd", amount: 5 }] },
    /'fixed_values'/,
  ],
  ["negative hold days", { hold_days: -1 }, /'hold_days'/],
  ["hold days beyond ten years", { hold_days: 3651 }, /'hold_days'/],
  ["half a hold day", { hold_days: 0.5 }, /'hold_days'/],
  [
    "a negative window",
    { attribution_window_days: -1 },
    /'attribution_window_days'/,
  ],
  [
    "a model that is none",
    { attribution_model: "linear" },
    /'attribution_model'/,
  ],
  ["negative trailing months", { trailing_months: -1 }, /'trailing_months'/],
  ["self-referral that is none", { self_referral: "maybe" }, /'self_referral'/],
  ["a switch in words", { auto_approve: "yes" }, /'auto_approve'/],
  [
    "an unknown currency",
    { minimum_payouts: [{ currency_code: "xqz", amount: 5 }] },
    /'minimum_payouts'.*xqz/,
  ],
  [
    "a currency of four letters",
    { minimum_payouts: [{ currency_code: "usdt", amount: 5 }] },
    /'minimum_payouts.0.currency_code'/,
  ],
  [
    "a negative amount",
    { minimum_payouts: [{ currency_code: "usd", amount: -5 }] },
    /'minimum_payouts, 0, amount'/,
  ],
  [
    "dollars with three decimals",
    { minimum_payouts: [{ currency_code: "usd", amount: 5.001 }] },
    /'minimum_payouts'.*5\.001.*usd/,
  ],
  [
    "yen with decimals",
    { milestones: [{ currency_code: "jpy", amount: 0.5 }] },
    /'milestones'.*0\.5.*jpy/,
  ],
  [
    "dinars with four decimals",
    { milestones: [{ currency_code: "kwd", amount: 0.0001 }] },
    /'milestones'.*kwd/,
  ],
  [
    "a currency twice",
    {
      minimum_payouts: [
        { currency_code: "usd", amount: 5 },
        { currency_code: "USD", amount: 6 },
      ],
    },
    /'minimum_payouts'/,
  ],
  [
    "a milestone of nothing",
    { milestones: [{ currency_code: "usd", amount: 0 }] },
    /'milestones/,
  ],
  [
    "a milestone twice",
    {
      milestones: [
        { currency_code: "usd", amount: 5 },
        { currency_code: "usd", amount: 5 },
      ],
    },
    /'milestones'/,
  ],
  [
    "an unknown field in an amount",
    { milestones: [{ currency_code: "usd", amount: 5, bonus: 1 }] },
    /bonus/,
  ],
  [
    "a first level of 1",
    { levels: [{ level: 1, percent: 5, basis: "order" }] },
    /'levels'/,
  ],
  [
    "a gap in the levels",
    {
      levels: [
        { level: 2, percent: 5, basis: "order" },
        { level: 4, percent: 5, basis: "order" },
      ],
    },
    /'levels'.*level 3/,
  ],
  [
    "a level twice",
    {
      levels: [
        { level: 2, percent: 5, basis: "order" },
        { level: 2, percent: 5, basis: "order" },
      ],
    },
    /'levels'/,
  ],
  [
    "levels out of order",
    {
      levels: [
        { level: 3, percent: 5, basis: "order" },
        { level: 2, percent: 5, basis: "order" },
      ],
    },
    /'levels'/,
  ],
  [
    "eleven levels",
    {
      levels: Array.from({ length: 11 }, (_, index) => ({
        level: index + 2,
        percent: 1,
        basis: "order",
      })),
    },
    /'levels'/,
  ],
  [
    "a level of 101 %",
    { levels: [{ level: 2, percent: 101, basis: "order" }] },
    /'levels, 0, percent'/,
  ],
  [
    "a level of no basis",
    { levels: [{ level: 2, percent: 5, basis: "net" }] },
    /'levels, 0, basis'/,
  ],
]

describe("a wrong program is refused and changes nothing", () => {
  test.each(WRONG)("made with %s", async (_what, body, message) => {
    const refused = await expectNothingChanged(store, () =>
      create({ commission_value: 20, ...body })
    )
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(message)
  })

  test.each(WRONG)("changed to %s", async (_what, body, message) => {
    const id = await addProgram(store)
    const refused = await expectNothingChanged(store, () => update(id, body))
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(message)
  })

  test.each([
    ["no name", { name: undefined, commission_value: 20 }, /'name'/],
    ["no rate", {}, /'commission_value'/],
    [
      "a fixed type without values",
      { commission_type: "fixed_per_item" },
      /'fixed_values' or 'commission_value'/,
    ],
  ])("made with %s", async (_what, body, message) => {
    const refused = await expectNothingChanged(store, () => create(body))
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(message)
  })

  test("that is not there answers 404", async () => {
    expect((await update("affprog_no", { name: "X" })).status).toBe(404)
    expect((await store.admin.get(`${PROGRAMS}/affprog_no`)).status).toBe(404)
    expect((await store.admin.delete(`${PROGRAMS}/affprog_no`)).status).toBe(
      404
    )
  })
})

describe("an update", () => {
  test("changes what it names and keeps the rest; a shorter list is shorter", async () => {
    const id = await addProgram(store, {
      levels: [
        { level: 2, percent: 5, basis: "order" },
        { level: 3, percent: 2, basis: "order" },
      ],
      milestones: [
        { currency_code: "usd", amount: 5 },
        { currency_code: "usd", amount: 10 },
      ],
      trailing_months: 12,
    })
    ok(
      await update(id, {
        hold_days: 7,
        levels: [{ level: 2, percent: 4, basis: "commission" }],
        milestones: [],
        trailing_months: null,
      })
    )
    expect(await read(id)).toMatchObject({
      commission_value: 20,
      hold_days: 7,
      levels: [{ level: 2, percent: 4, basis: "commission" }],
      milestones: [],
      trailing_months: null,
    })
  })

  test("to a percentage drops fixed values and refuses a rate over 100", async () => {
    const id = await addProgram(store, {
      commission_type: "fixed_per_order",
      fixed_values: [{ currency_code: "jpy", amount: 500 }],
    })
    ok(await update(id, { commission_value: 500 }))
    const refused = await expectNothingChanged(store, () =>
      update(id, { commission_type: "percentage" })
    )
    expect(refused).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/'commission_value'/) },
    })

    ok(
      await update(id, { commission_type: "percentage", commission_value: 10 })
    )
    expect(await read(id)).toMatchObject({
      fixed_values: [],
      commission_value: 10,
    })
  })

  test("of the type is refused while tiers have values meant for the old one", async () => {
    const program_id = await addProgram(store)
    const { affiliate_tier } = ok(
      await store.admin.post(TIERS, {
        program_id,
        name: "Gold",
        commission_value: 30,
      })
    )
    const change = { commission_type: "fixed_per_item", commission_value: 5 }
    const refused = await expectNothingChanged(store, () =>
      update(program_id, change)
    )
    expect(refused).toMatchObject({
      status: 400,
      body: { type: "not_allowed", message: expect.stringMatching(/Gold/) },
    })

    ok(
      await store.admin.post(`${TIERS}/${affiliate_tier.id}`, {
        commission_value: null,
      })
    )
    ok(await update(program_id, change))
  })
})

describe("deleting a program", () => {
  test("takes its tiers along", async () => {
    const program_id = await addProgram(store)
    const { affiliate_tier } = ok(
      await store.admin.post(TIERS, { program_id, name: "Gold" })
    )
    expect(ok(await store.admin.delete(`${PROGRAMS}/${program_id}`))).toEqual({
      id: program_id,
      object: "affiliate_program",
      deleted: true,
    })
    expect((await store.admin.get(`${PROGRAMS}/${program_id}`)).status).toBe(
      404
    )
    expect(
      (await store.admin.get(`${TIERS}/${affiliate_tier.id}`)).status
    ).toBe(404)
  })

  test("is refused while it has affiliates", async () => {
    const program_id = await addProgram(store)
    const { id } = await createAffiliate(store, { program_id })
    expect((await read(program_id)).affiliates_count).toBe(1)
    const refused = await expectNothingChanged(store, () =>
      store.admin.delete(`${PROGRAMS}/${program_id}`)
    )
    expect(refused).toMatchObject({
      status: 400,
      body: { type: "not_allowed" },
    })

    ok(await store.admin.delete(`/admin/affiliates/${id}`))
    ok(await store.admin.delete(`${PROGRAMS}/${program_id}`))
  })

  test("and joining it at once ends with one of both, never with neither refused", async () => {
    for (let round = 0; round < 5; round++) {
      const program_id = await addProgram(store)
      const [deleted, joined] = await Promise.all([
        store.admin.delete(`${PROGRAMS}/${program_id}`),
        store.admin.post("/admin/affiliates", {
          name: "A",
          email: `${unique("a")}@example.com`,
          program_id,
        }),
      ])
      expect([deleted.status, joined.status].sort()).toEqual([200, 400])
    }
  })
})

describe("a tier", () => {
  test("is made in a program and answers what it was given", async () => {
    const program_id = await addProgram(store)
    const fields = {
      program_id,
      name: "Gold",
      rank: 3,
      commission_value: 27.5,
      minimum_payouts: [{ currency_code: "usd", amount: 75 }],
      requirements: [
        {
          metric: "revenue",
          window_days: 90,
          currency_code: "usd",
          threshold: 1000.5,
        },
        { metric: "orders", window_days: null, threshold: 10 },
      ],
      auto: true,
    }
    const { affiliate_tier } = ok(await store.admin.post(TIERS, fields))
    expect(affiliate_tier).toMatchObject(fields)
    const { id } = affiliate_tier
    ok(
      await store.admin.post(`${TIERS}/${id}`, {
        name: "Gold plus",
        requirements: [],
      })
    )
    const changed = ok(await store.admin.get(`${TIERS}/${id}`)).affiliate_tier
    expect(changed).toMatchObject({
      ...fields,
      name: "Gold plus",
      requirements: [],
    })
    expect(
      fieldNames(changed).filter((name) => name.startsWith("raw_"))
    ).toEqual([])
  })

  test("is listed by program and rank", async () => {
    const program_id = await addProgram(store)
    for (const [name, rank] of [
      ["Third", 3],
      ["First", 1],
      ["Second", 2],
    ]) {
      ok(await store.admin.post(TIERS, { program_id, name, rank }))
    }
    const { affiliate_tiers, count } = ok(
      await store.admin.get(TIERS, { program_id })
    )
    expect(count).toBe(3)
    const names = (tiers: { name: string }[]) => tiers.map(({ name }) => name)
    expect(names(affiliate_tiers)).toEqual(["First", "Second", "Third"])
    expect(names((await read(program_id)).tiers)).toEqual([
      "First",
      "Second",
      "Third",
    ])
  })

  const wrong: [what: string, body: object, message: RegExp][] = [
    ["an unknown field", { rate: 5 }, /rate/],
    ["an empty name", { name: "" }, /'name'/],
    ["a negative rank", { rank: -1 }, /'rank'/],
    ["a negative value", { commission_value: -1 }, /'commission_value'/],
    ["a percentage over 100", { commission_value: 101 }, /'commission_value'/],
    [
      "an unknown currency",
      { minimum_payouts: [{ currency_code: "xqz", amount: 1 }] },
      /'minimum_payouts'.*xqz/,
    ],
    [
      "yen with decimals",
      { minimum_payouts: [{ currency_code: "jpy", amount: 1.5 }] },
      /'minimum_payouts'.*jpy/,
    ],
    [
      "revenue without a currency",
      {
        requirements: [{ metric: "revenue", window_days: null, threshold: 5 }],
      },
      /'requirements.0'.*currency_code/,
    ],
    [
      "orders in a currency",
      {
        requirements: [
          {
            metric: "orders",
            window_days: null,
            currency_code: "usd",
            threshold: 5,
          },
        ],
      },
      /'requirements.0'.*currency_code/,
    ],
    [
      "half an order",
      {
        requirements: [{ metric: "orders", window_days: null, threshold: 0.5 }],
      },
      /'requirements.0'/,
    ],
    [
      "a window of no days",
      { requirements: [{ metric: "orders", window_days: 0, threshold: 5 }] },
      /window_days/,
    ],
    [
      "an over-precise threshold",
      {
        requirements: [
          {
            metric: "revenue",
            window_days: null,
            currency_code: "usd",
            threshold: 0.005,
          },
        ],
      },
      /'requirements'.*usd/,
    ],
  ]

  test.each(wrong)(
    "with %s is refused and changes nothing",
    async (_what, body, message) => {
      const program_id = await addProgram(store)
      const { affiliate_tier } = ok(
        await store.admin.post(TIERS, { program_id, name: "Gold" })
      )
      for (const attempt of [
        () => store.admin.post(TIERS, { program_id, name: "Silver", ...body }),
        () => store.admin.post(`${TIERS}/${affiliate_tier.id}`, body),
      ]) {
        const refused = await expectNothingChanged(store, attempt)
        expect(refused.status).toBe(400)
        expect(refused.body.message).toMatch(message)
      }
    }
  )

  test("of no program, or moved to another, is refused", async () => {
    const refused = await expectNothingChanged(store, () =>
      store.admin.post(TIERS, { program_id: "affprog_no", name: "Gold" })
    )
    expect(refused).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/'program_id'/) },
    })
    const moved = await expectNothingChanged(store, () =>
      store.admin.post(`${TIERS}/afftier_reseller`, {
        program_id: "affprog_default",
      })
    )
    expect(moved.status).toBe(400)
    expect(
      (await store.admin.post(`${TIERS}/afftier_no`, { name: "X" })).status
    ).toBe(404)
  })

  test("is not deleted while affiliates are in it", async () => {
    const program_id = await addProgram(store)
    const { affiliate_tier } = ok(
      await store.admin.post(TIERS, { program_id, name: "Gold" })
    )
    const tier_id = affiliate_tier.id
    const { id } = await createAffiliate(store, { program_id, tier_id })
    const refused = await expectNothingChanged(store, () =>
      store.admin.delete(`${TIERS}/${tier_id}`)
    )
    expect(refused).toMatchObject({
      status: 400,
      body: { type: "not_allowed" },
    })

    ok(await store.admin.post(`/admin/affiliates/${id}`, { tier_id: null }))
    expect(ok(await store.admin.delete(`${TIERS}/${tier_id}`))).toEqual({
      id: tier_id,
      object: "affiliate_tier",
      deleted: true,
    })
    expect((await store.admin.get(`${TIERS}/${tier_id}`)).status).toBe(404)
  })
})
