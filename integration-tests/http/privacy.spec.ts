import { Modules } from "@medusajs/framework/utils"
import {
  buy,
  cancelOrder,
  eventually,
  ok,
  recordEvents,
  signUp,
  useStore,
  type Api,
  type EventRecord,
} from "../harness"
import {
  affiliateService,
  giveMoney,
  WITH_ENCRYPTION,
} from "../support/affiliates"
import {
  logIn,
  promotionStatus,
  register,
  unique,
  uniqueEmail,
} from "../support/people"
import {
  payOut,
  putBankOnFile,
  release,
  requestPayout,
  sell,
} from "../support/paying"
import {
  readBooks,
  readRecord,
  rowsOfAffiliate,
  tablesNaming,
} from "../support/personal"
import { addAffiliate, addProgram } from "../support/programs"
import { rawRows } from "../support/raw-rows"
import { WITHOUT_SCHEDULE } from "../support/servers"
import { click, remember } from "../support/touches"
import {
  expectHealthy,
  readVerdict,
  untilReconciled,
} from "../support/verdicts"

/** What is stored of a person can be handed over, and the person be erased from books that stay. */
const store = useStore({ env: { ...WITH_ENCRYPTION, ...WITHOUT_SCHEDULE } })

let heard: EventRecord
beforeAll(() => {
  heard = recordEvents(store.container)
})

const erase = (id: string, body: object = {}) =>
  store.admin.post(`/admin/affiliates/${id}/erase`, {
    reason: "asked for it",
    ...body,
  })

const eraseCustomer = (id: string) =>
  store.admin.post(`/admin/affiliate-customers/${id}/erase`, {
    reason: "asked for it",
  })

const dataOf = async (id: string) =>
  ok(await store.admin.get(`/admin/affiliates/${id}/personal-data`))
    .personal_data

const customerDataOf = async (id: string) =>
  ok(await store.admin.get(`/admin/affiliate-customers/${id}/personal-data`))
    .personal_data

const reconcile = async (orderId: string) =>
  ok(await store.admin.post(`/admin/affiliate-orders/${orderId}/reconcile`))

const entriesOf = async (affiliateId: string): Promise<number> => {
  const [{ count }] = await store.database.sql<{ count: number }>(
    "SELECT count(*)::int AS count FROM affiliate_entry WHERE affiliate_id = $1",
    [affiliateId]
  )
  return count
}

/**
 * An affiliate with a long life in the books: a login, a former name and address, codes, orders
 * that were credited, outranked and attributed by hand, a payout, papers, a contract, an invitation.
 */
async function liveALife() {
  const { admin, shop } = store
  const was = `Zebulon ${unique("Formerly")}`
  const name = `Zebulon ${unique("Quickfoot")}`
  const formerEmail = uniqueEmail()
  const email = uniqueEmail()
  const website = `https://${unique("zeb")}.example.com`
  const code = unique("PLAIN")
  const program_id = await addProgram(store, {
    hold_days: 0,
    milestones: [{ currency_code: "usd", amount: 1 }],
  })
  const { id } = await register(store, {
    name: was,
    email: formerEmail,
    website,
    country_code: "de",
    answers: { about: `I am ${was}` },
  })
  const path = `/admin/affiliates/${id}`
  ok(await admin.post(`${path}/approve`, { reason: `${was} is fine` }))
  ok(await admin.post(path, { program_id, name, email }))
  ok(await admin.post(`${path}/codes`, { code, discount_percent: 10 }))
  await putBankOnFile(store, id, {
    account_holder: name,
    iban: "DE89 3704 0044 0532 0130 00",
  })
  const api = await logIn(store, formerEmail)
  const customer = await signUp(shop, uniqueEmail())
  ok(await admin.post(path, { customer_id: customer.id }))
  ok(
    await admin.post(`${path}/identity`, {
      status: "rejected",
      note: `Not the passport of ${name}`,
    })
  )
  // Without a route, or left over from an earlier time.
  await affiliateService(store).updateAffiliates({
    id,
    metadata: { phone: `ask ${was}` },
    reapply_at: new Date(),
  })

  const byCode = await sell(store, code)
  const visitor_id = unique("visitor")
  const click_id = await click(shop, code, visitor_id, `${website}/page`)
  const { id: byClick } = await buy(shop, {
    items: [{ ware: shop.mug }],
    beforePayment: remember({ click_id, visitor_id }),
  })
  const rival = await addAffiliate(store, { program_id, name: "Rival" })
  const { id: outranked } = await buy(shop, {
    items: [{ ware: shop.mug }],
    beforePayment: async (cartId, cart) => {
      await remember({ click_id, visitor_id })(cartId, cart)
      await remember({ code: rival.code })(cartId, cart)
    },
  })
  const { id: byHand } = await buy(shop, { items: [{ ware: shop.shirt }] })
  for (const order of [byClick, outranked, byHand])
    await untilReconciled(store, order)
  ok(
    await admin.post(`/admin/affiliate-orders/${byHand}/attribute`, {
      affiliate_id: id,
      note: `${name} (${email}) called`,
    })
  )
  const { commissions } = await readVerdict(store, byHand)
  const held = `/admin/affiliate-commissions/${commissions[0]!.id}`
  ok(await admin.post(`${held}/hold`, { reason: `ask ${name}` }))
  await giveMoney(store, id, 5, "usd", `a present for ${name}`)
  await release(store)
  await payOut(store, id)

  const [document] = await store.container.resolve(Modules.FILE).createFiles([
    {
      filename: "passport.txt",
      mimeType: "text/plain",
      content: Buffer.from(name).toString("base64"),
      access: "private",
    },
  ])
  await affiliateService(store).createAffiliateIdentityDocuments({
    affiliate_id: id,
    file_id: document!.id,
    name: `passport of ${name}.txt`,
    mime_type: "text/plain",
  })
  const contract = await affiliateService(store).createAffiliateContracts({
    affiliate_id: id,
    title: `Contract with ${name}`,
    terms: `Between us and ${name}.`,
    revenue_split: 30,
    starts_at: new Date("2020-01-01"),
    ends_at: new Date("2020-02-01"),
  })
  await rawRows(store).insert("affiliate_invitation", {
    program_id,
    email: formerEmail,
    email_normalized: formerEmail,
    name: was,
    token_hash: unique("hash"),
    token_seed: unique("seed"),
    email_status: "failed",
    email_error: `${formerEmail} is unknown here`,
    expires_at: new Date(),
    affiliate_id: id,
    accepted_at: new Date(),
  })
  const [{ personal }] = await store.database.sql<{ personal: unknown[] }>(
    `SELECT jsonb_build_array(customer_id, auth_identity_id, website, country_code,
              answers, metadata, identity_note, reapply_at) AS personal
       FROM affiliate WHERE id = $1`,
    [id]
  )
  return {
    id,
    api,
    code,
    email,
    personal,
    formerEmail,
    name,
    visitor_id,
    contract_id: contract.id,
    orders: { byCode, byClick, outranked, byHand },
    file_id: document!.id,
    words: [name, was, email, formerEmail, website, visitor_id],
  }
}

describe("an affiliate", () => {
  let person: Awaited<ReturnType<typeof liveALife>>
  let books: string[]
  let record: string[]
  let promotion_id: string
  let answer: Record<string, unknown>

  beforeAll(async () => {
    person = await liveALife()
    const { affiliate } = ok(
      await store.admin.get(`/admin/affiliates/${person.id}`)
    )
    promotion_id = affiliate.codes.find(
      ({ code }: { code: string }) => code === person.code
    ).promotion_id
  }, 180_000)

  test("is handed everything stored on them, and nothing of the shoppers or others", async () => {
    const response = await fetch(
      `${store.baseUrl}/admin/affiliates/${person.id}/personal-data`,
      { headers: { ...store.admin.headers } }
    )
    expect(response.headers.get("content-disposition")).toContain("attachment")
    expect(response.headers.get("cache-control")).toBe("no-store")
    const data = await dataOf(person.id)
    expect(data.affiliate_id).toBe(person.id)
    expect(data.profile).toMatchObject([
      { name: person.name, email: person.email, country_code: "de" },
    ])
    const counts = Object.fromEntries(
      Object.entries(data)
        .filter(([, rows]) => Array.isArray(rows))
        .map(([table, rows]) => [table, (rows as unknown[]).length])
    )
    expect(counts).toMatchObject({
      profile: 1,
      codes: 2,
      contracts: 1,
      identity_documents: 1,
      invitations: 1,
      milestones: 1,
      payout_method: 1,
      payouts: 1,
      conversions: 3,
      commissions: 4,
      clicks: 1,
      cart_touches: 3,
      balances: 1,
    })
    expect(counts.entries).toBeGreaterThan(6)
    expect(counts.changes).toBeGreaterThan(10)
    const text = JSON.stringify(data)
    expect(text).toContain(`ask ${person.name}`)
    for (const secret of [
      "email_normalized",
      "token_hash",
      "token_seed",
      "auth_identity_id",
      "0532 0130",
      "05320130",
      person.visitor_id,
      "Rival",
      '"destination"',
      '"details"',
      "raw_",
    ])
      expect(text).not.toContain(secret)
  })

  test("is handed every row that is theirs, of every table there is", async () => {
    const data = await dataOf(person.id)
    const stored = await rowsOfAffiliate(store, person.id)
    expect(Object.keys(stored).length).toBeGreaterThan(15)
    expect(
      Object.fromEntries(
        Object.keys(stored).map((table) => [table, data[table]?.length])
      )
    ).toEqual(stored)
  })

  test("is not erased while a payout is under way", async () => {
    const { id } = await addAffiliate(store)
    await putBankOnFile(store, id)
    await giveMoney(store, id, 60)
    const payout = await requestPayout(store, id)
    const refused = await erase(id, { confirm_balance: true })
    expect(refused).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining("payouts under way") },
    })
    ok(await store.admin.post(`/admin/affiliate-payouts/${payout}/cancel`))
    expect((await erase(id)).status).toBe(400)
    ok(await erase(id, { confirm_balance: true }))
  })

  test("is not erased with money in the books unless that is confirmed", async () => {
    const refused = await erase(person.id)
    expect(refused).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/confirm_balance/) },
    })
    expect(await tablesNaming(store, [person.name])).not.toEqual([])
  })

  test("is nowhere in the plugin's tables any more, by no name or address they ever had", async () => {
    books = await readBooks(store)
    record = await readRecord(store)
    answer = ok(
      await erase(person.id, {
        confirm_balance: true,
        reason: `${person.name} asked for it`,
      })
    ).affiliate_erasure
    expect(answer).toEqual({
      id: person.id,
      name: expect.stringMatching(/^Erased affiliate \w{8}$/),
      email: `erased-${person.id.toLowerCase()}@erased.invalid`,
      erased_at: expect.any(String),
    })
    expect(await tablesNaming(store, person.words)).toEqual([])
  })

  test("keeps nothing of the person in any column of its own row", async () => {
    const [row] = await store.database.sql<Record<string, unknown>>(
      `SELECT customer_id, auth_identity_id, website, country_code, answers,
              metadata, identity_note, reapply_at
         FROM affiliate WHERE id = $1`,
      [person.id]
    )
    expect(person.personal.filter((value) => value === null)).toEqual([])
    expect(row).toEqual(
      Object.fromEntries(Object.keys(row!).map((column) => [column, null]))
    )
  })

  test("money and verdicts stay as they were, to the last row", async () => {
    expect(await readBooks(store)).toEqual(books)
  })

  test("who did what, when, stays in the record", async () => {
    const now = await readRecord(store)
    expect(now.slice(0, record.length)).toEqual(record)
    const erased = now.slice(record.length).map((row) => JSON.parse(row))
    expect(erased).toContainEqual(
      expect.objectContaining({
        entity: "affiliate",
        entity_id: person.id,
        actor_type: "user",
        fields: expect.arrayContaining(["name", "email", "erased_at"]),
      })
    )
  })

  test("the audit is clean, and a forced reconcile of every order posts nothing", async () => {
    const before = await entriesOf(person.id)
    for (const order of Object.values(person.orders)) await reconcile(order)
    expect(await entriesOf(person.id)).toBe(before)
    expect(await readBooks(store)).toEqual(books)
    expect(await tablesNaming(store, person.words)).toEqual([])
    await expectHealthy(store)
  })

  test("orders are explained as before, with the pseudonym", async () => {
    const { byCode, outranked, byHand } = person.orders
    const credited = await readVerdict(store, byCode)
    expect(credited.affiliate).toEqual(
      expect.objectContaining({ id: person.id, name: answer.name })
    )
    expect(credited.trace[0]).toMatchObject({
      step: "code",
      found: expect.stringContaining(String(answer.name)),
      facts: { affiliate_name: answer.name, code: person.code },
    })
    const other = await readVerdict(store, outranked)
    expect(other.affiliate!.name).toBe("Rival")
    expect(JSON.stringify(other.trace)).toContain(answer.name)
    expect(await readVerdict(store, byHand)).toMatchObject({
      note: `${answer.name} (${answer.email}) called`,
    })
  })

  test("is suspended, its codes are retired for ever, and their discount is off", async () => {
    const { affiliate } = ok(
      await store.admin.get(`/admin/affiliates/${person.id}`)
    )
    expect(affiliate).toMatchObject({
      status: "suspended",
      status_reason: `${answer.name} asked for it`,
      website: null,
      country_code: null,
      customer_id: null,
      answers: null,
      payout_method: null,
    })
    expect(
      affiliate.codes.filter(
        ({ retired_at }: { retired_at: string | null }) => !retired_at
      )
    ).toEqual([])
    expect(await promotionStatus(store, promotion_id)).toBe("inactive")
    const other = await addAffiliate(store)
    const taken = await store.admin.post(
      `/admin/affiliates/${other.id}/codes`,
      {
        code: person.code,
      }
    )
    expect(taken.status).toBe(422)
  })

  test("papers are gone, rows and files", async () => {
    expect(
      await affiliateService(store).listAffiliateIdentityDocuments({
        affiliate_id: person.id,
      })
    ).toEqual([])
    await expect(
      store.container.resolve(Modules.FILE).getAsBuffer(person.file_id)
    ).rejects.toThrow()
  })

  test("the payout to them can be listed and exported, without where it went", async () => {
    const { payouts } = ok(
      await store.admin.get("/admin/affiliate-payouts", {
        affiliate_id: person.id,
      })
    )
    expect(payouts).toMatchObject([{ status: "paid", destination_masked: {} }])
    const { status, body } = await store.admin.get(
      "/admin/affiliate-payouts/export",
      { ids: payouts[0].id }
    )
    expect({ status, body }).toEqual({
      status: 200,
      body: expect.stringContaining(String(answer.name)),
    })
    expect(body).not.toContain("DE89")
  })

  test("cannot be changed any more", async () => {
    const path = `/admin/affiliates/${person.id}`
    for (const [door, body] of [
      ["", { name: "Somebody else" }],
      ["/reinstate", {}],
      ["/identity", { status: "verified" }],
      ["/invite", {}],
      [
        "/contracts",
        {
          title: "Late",
          terms: "Late",
          revenue_split: 30,
          starts_at: "2036-01-01T00:00:00Z",
        },
      ],
      [`/contracts/${person.contract_id}`, { title: "Somebody's own" }],
      ["/codes", { code: unique("NEW") }],
      ["/backup-withholding", { backup_withholding: true, reason: "CP2100A" }],
      [
        "/payout-method",
        {
          provider: "manual",
          details: {
            account_holder: "X",
            iban: "DE89 3704 0044 0532 0130 00",
          },
        },
      ],
    ] as const) {
      const { status, body: said } = await store.admin.post(path + door, body)
      expect({ door, status, message: said.message }).toEqual({
        door,
        status: 400,
        message: expect.stringContaining("was erased"),
      })
    }
    const own = await person.api.post("/affiliate/profile", { name: "Me" })
    expect(own.status).toBe(401)
  })

  test("asked again, the erasure answers the same and writes nothing", async () => {
    const before = await readRecord(store)
    expect(ok(await erase(person.id)).affiliate_erasure).toEqual(answer)
    expect(await readRecord(store)).toEqual(before)
    expect(
      heard.events.filter(
        ({ name, data }) =>
          name === "affiliate.erased" &&
          (data as { id: string }).id === person.id
      ).length
    ).toBeGreaterThan(0)
  })

  test("what was interrupted is gone on with when it is asked again", async () => {
    const [{ trace }] = await store.database.sql<{ trace: object[] }>(
      "SELECT trace FROM affiliate_conversion WHERE order_id = $1",
      [person.orders.byCode]
    )
    await store.database.sql(
      "UPDATE affiliate_conversion SET trace = $2::jsonb WHERE order_id = $1",
      [
        person.orders.byCode,
        JSON.stringify(trace).replaceAll(String(answer.name), person.name),
      ]
    )
    await store.database.sql(
      "UPDATE affiliate_click SET visitor_id = $2 WHERE affiliate_id = $1",
      [person.id, person.visitor_id]
    )
    expect(await tablesNaming(store, person.words)).toEqual([
      "affiliate_click",
      "affiliate_conversion",
    ])
    ok(await erase(person.id))
    expect(await tablesNaming(store, person.words)).toEqual([])
  })

  test("may apply anew with the same login and e-mail, as somebody else", async () => {
    const { status } = await person.api.get("/affiliate/profile")
    expect(status).toBeLessThan(500)
    const fresh = await logIn(store, person.formerEmail)
    const { affiliate } = ok(
      await fresh.post("/affiliate/register", {
        name: "New Start",
        email: person.formerEmail,
        agreement_version: "1",
      })
    )
    expect(affiliate.id).not.toBe(person.id)
  })

  test("an order judged after the erasure does not know the name either", async () => {
    const { shop, admin, database } = store
    const name = `Yara ${unique("Latecome")}`
    const late = await addAffiliate(store, { name })
    const path = `/admin/affiliates/${late.id}`
    const { id } = await buy(shop, {
      items: [{ ware: shop.mug }],
      beforePayment: async (cartId, cart) => {
        await remember({ code: late.code })(cartId, cart)
        ok(await admin.post(`${path}/suspend`))
      },
    })
    await untilReconciled(store, id)
    await database.sql("DELETE FROM affiliate_conversion WHERE order_id = $1", [
      id,
    ])
    const { affiliate_erasure } = ok(await erase(late.id))
    await reconcile(id)
    const { outcome, trace } = await readVerdict(store, id)
    expect(outcome).toBe("none")
    expect(JSON.stringify(trace)).toContain(affiliate_erasure.name)
    expect(await tablesNaming(store, [name, late.email])).toEqual([])
  })

  test("reaches no milestone and gets no mail after the erasure", async () => {
    const milestones = await store.database.sql(
      `SELECT notify_attempts FROM affiliate_milestone
        WHERE affiliate_id = $1 AND notified_at IS NULL AND notify_attempts < 8`,
      [person.id]
    )
    expect(milestones).toEqual([])
  })

  test.each<[string, object, RegExp]>([
    ["no reason", { reason: undefined }, /reason/],
    ["an empty reason", { reason: " " }, /reason/],
    ["an unknown field", { forfeit: true }, /forfeit/],
    ["a word for yes", { confirm_balance: "yes" }, /confirm_balance/],
  ])("is not erased with %s", async (_, body, message) => {
    const { id } = await addAffiliate(store)
    const refused = await erase(id, body)
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(message)
  })

  test("who is not there is a 404", async () => {
    expect((await erase("aff_nobody")).status).toBe(404)
    const { status } = await store.admin.get(
      "/admin/affiliates/aff_nobody/personal-data"
    )
    expect(status).toBe(404)
    for (const door of [
      `/admin/affiliates/${person.id}/personal-data`,
      "/admin/affiliate-customers/cus_nobody/personal-data",
    ])
      expect((await store.api.get(door)).status).toBe(401)
  })
})

describe("a customer", () => {
  async function buyTwice() {
    const { shop } = store
    const affiliate = await addAffiliate(store, {
      program_id: await addProgram(store),
    })
    const email = uniqueEmail()
    const customer = await signUp(shop, email, "Quentin Shopper")
    const visitor_id = unique("visitor")
    const click_id = await click(
      shop,
      affiliate.code,
      visitor_id,
      "https://example.com/landing"
    )
    const items = [{ ware: shop.shirt }]
    const { id: first } = await buy(shop, {
      items,
      customer,
      beforePayment: remember({ click_id, visitor_id }),
    })
    await untilReconciled(store, first)
    const { id: second } = await buy(shop, { items, customer })
    expect(await untilReconciled(store, second)).toMatchObject({
      outcome: "attributed",
      source: "attribution",
    })
    return { affiliate, customer, email, visitor_id, first, second }
  }

  let bought: Awaited<ReturnType<typeof buyTwice>>
  beforeAll(async () => {
    bought = await buyTwice()
  }, 60_000)

  test("is handed everything that the plugin stores on them", async () => {
    const { affiliate, customer, email, visitor_id } = bought
    const data = await customerDataOf(customer.id)
    expect(data).toMatchObject({
      customer_id: customer.id,
      conversions: [
        { order_id: bought.first, email_normalized: email },
        { order_id: bought.second, customer_id: customer.id },
      ],
      attributions: [{ affiliate_id: affiliate.id, customer_id: customer.id }],
      clicks: [{ visitor_id }],
      affiliates: [],
    })
    expect(data.cart_touches).toMatchObject([{ visitor_id }])
    expect(JSON.stringify(data)).not.toContain(affiliate.name)
  })

  test("is bound to nobody after the erasure, and the money stays as it was", async () => {
    const { customer, email, visitor_id, first, second, affiliate } = bought
    const books = await readBooks(store)
    const { customer_erasure } = ok(await eraseCustomer(customer.id))
    expect(customer_erasure).toEqual({
      customer_id: customer.id,
      erased_at: expect.any(String),
      affiliate_ids: [],
    })
    expect(await tablesNaming(store, [email, visitor_id])).toEqual([])
    // The proof that somebody was erased names the customer by id.
    expect(await tablesNaming(store, [customer.id])).toEqual([
      "affiliate_change",
    ])
    const entries = await entriesOf(affiliate.id)
    await reconcile(first)
    await reconcile(second)
    expect(await entriesOf(affiliate.id)).toBe(entries)
    expect(await readBooks(store)).toEqual(books)
    expect(await tablesNaming(store, [email, visitor_id])).toEqual([])
    await expectHealthy(store)

    const { id } = await buy(store.shop, {
      items: [{ ware: store.shop.mug }],
      customer,
    })
    expect(await untilReconciled(store, id)).toMatchObject({
      outcome: "none",
      attribution: null,
    })
  })

  test("a cancelled order still takes its commission back, and makes no bond", async () => {
    const { first, email } = bought
    await cancelOrder(store.shop, first)
    await eventually(async () => {
      expect(await readVerdict(store, first)).toMatchObject({
        canceled: true,
        commission_total: 0,
      })
    })
    const bonds = await store.database.sql(
      "SELECT id FROM affiliate_attribution WHERE email_normalized = $1",
      [email]
    )
    expect(bonds).toEqual([])
  })

  test("asked again, the erasure answers the same and is told once", async () => {
    const { customer } = bought
    const first = ok(await eraseCustomer(customer.id)).customer_erasure
    expect(ok(await eraseCustomer(customer.id)).customer_erasure).toEqual(first)
    const { changes, conversions } = await customerDataOf(customer.id)
    expect(conversions).toEqual([])
    expect(changes).toMatchObject([
      { entity: "customer", action: "deleted", actor_type: "user" },
    ])
  })

  test("a guest is erased by the customer that Medusa made of them, with their e-mail", async () => {
    const { shop, admin } = store
    const affiliate = await addAffiliate(store)
    const email = uniqueEmail()
    const { id } = await buy(shop, {
      items: [{ ware: shop.mug }],
      email,
      beforePayment: remember({ code: affiliate.code }),
    })
    await untilReconciled(store, id)
    const { customers } = ok(await admin.get("/admin/customers", { email }))
    ok(await eraseCustomer(customers[0].id))
    expect(await tablesNaming(store, [email])).toEqual([])
  })

  test("who is an affiliate too is told, and stays one", async () => {
    const customer = await signUp(store.shop, uniqueEmail(), "Ada Both")
    const affiliate = await addAffiliate(store, { customer_id: customer.id })
    const { customer_erasure } = ok(await eraseCustomer(customer.id))
    expect(customer_erasure.affiliate_ids).toEqual([affiliate.id])
    expect((await customerDataOf(customer.id)).affiliates).toEqual([
      { id: affiliate.id },
    ])
  })

  test.each<[string, (api: Api) => Promise<{ status: number }>, number]>([
    [
      "who is not there",
      (api) =>
        api.post("/admin/affiliate-customers/cus_nobody/erase", {
          reason: "x",
        }),
      404,
    ],
    [
      "whose data is not there",
      (api) => api.get("/admin/affiliate-customers/cus_nobody/personal-data"),
      404,
    ],
    [
      "without a reason",
      (api) => api.post("/admin/affiliate-customers/cus_nobody/erase", {}),
      400,
    ],
    [
      "with an unknown field",
      (api) =>
        api.post("/admin/affiliate-customers/cus_nobody/erase", {
          reason: "x",
          all: true,
        }),
      400,
    ],
  ])("%s is refused", async (_, ask, expected) => {
    expect((await ask(store.admin)).status).toBe(expected)
  })

  test("the books agree after all of it", () => expectHealthy(store))
})
