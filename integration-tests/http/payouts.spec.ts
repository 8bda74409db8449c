import {
  eventually,
  ok,
  recordEvents,
  useStore,
  type EventRecord,
} from "../harness"
import {
  expectSoundPayouts,
  makePayee,
  moneyOf,
  WITH_ENCRYPTION,
  type TestAffiliate,
} from "../support/affiliates"

/** From a request to the bank, by hand. */
const store = useStore({
  env: {
    ...WITH_ENCRYPTION,
    AFFILIATE_BANK_ACCOUNT: JSON.stringify({
      name: "Shop & Söhne",
      iban: "FR14 2004 1010 0505 0001 3M02 606",
    }),
  },
})

let heard: EventRecord
beforeAll(() => {
  heard = recordEvents(store.container)
})

afterEach(() => expectSoundPayouts(store))

const request = (
  affiliate: TestAffiliate,
  body: object = { currency_code: "usd" }
) => affiliate.api.post("/affiliate/payouts", body)

const act = (id: string, action: string, body = {}) =>
  store.admin.post(`/admin/affiliate-payouts/${id}/${action}`, body)

/** How often an event was told about a payout. */
const told = (name: string, id: string) =>
  heard.events.filter(
    (event) => event.name === name && (event.data as { id: string }).id === id
  )

describe("cancel", () => {
  test("by the affiliate gives the money back, once", async () => {
    const ada = await makePayee(store, [30, -5])
    const { payout } = ok(await request(ada))
    const canceled = ok(
      await ada.api.post(`/affiliate/payouts/${payout.id}/cancel`)
    )
    expect(canceled.payout).toMatchObject({ status: "canceled", amount: 25 })
    expect(Date.parse(canceled.payout.canceled_at)).not.toBeNaN()
    expect(await moneyOf(store, ada.id)).toEqual({
      pending: 0,
      available: 25,
      requested: 0,
      paid: 0,
    })

    const again = await ada.api.post(`/affiliate/payouts/${payout.id}/cancel`)
    expect(again).toMatchObject({ status: 400, body: { type: "not_allowed" } })
    expect(again.body.message).toMatch(/is canceled and cannot be canceled/)
    await eventually(() =>
      expect(told("affiliate.payout_canceled", payout.id)).toHaveLength(1)
    )
    expect(ok(await request(ada)).payout.amount).toBe(25)
  })

  test("of a payout in process is the merchant's alone", async () => {
    const ada = await makePayee(store, [30])
    const { payout } = ok(await request(ada))
    ok(await act(payout.id, "process"))
    const refused = await ada.api.post(`/affiliate/payouts/${payout.id}/cancel`)
    expect(refused).toMatchObject({
      status: 400,
      body: { type: "not_allowed" },
    })
    expect(await moneyOf(store, ada.id)).toMatchObject({ requested: 30 })

    expect(ok(await act(payout.id, "cancel")).payout.status).toBe("canceled")
    expect(await moneyOf(store, ada.id)).toMatchObject({
      available: 30,
      requested: 0,
    })
  })

  test("of a paid payout is refused", async () => {
    const ada = await makePayee(store, [30])
    const { payout } = ok(await request(ada))
    ok(await act(payout.id, "mark-paid"))
    expect((await act(payout.id, "cancel")).status).toBe(400)
    expect(await moneyOf(store, ada.id)).toMatchObject({
      available: 0,
      paid: 30,
    })
  })
})

describe("process and mark-paid", () => {
  test("a payout by hand waits in process until it is marked, with the transfer's reference", async () => {
    const ada = await makePayee(store, [30])
    const { payout } = ok(await request(ada))
    const processing = ok(await act(payout.id, "process")).payout
    expect(processing).toMatchObject({ status: "processing", paid_at: null })
    expect(await moneyOf(store, ada.id)).toMatchObject({
      requested: 30,
      paid: 0,
    })
    expect(await act(payout.id, "process")).toMatchObject({
      status: 400,
      body: { type: "not_allowed" },
    })

    const paid = ok(
      await act(payout.id, "mark-paid", { reference: "SEPA 42" })
    ).payout
    expect(paid).toMatchObject({ status: "paid", reference: "SEPA 42" })
    expect(Date.parse(paid.paid_at)).toBeGreaterThanOrEqual(
      Date.parse(paid.processing_at)
    )
    expect(await moneyOf(store, ada.id)).toEqual({
      pending: 0,
      available: 0,
      requested: 0,
      paid: 30,
    })
  })

  test("marking twice changes nothing and answers the same", async () => {
    const ada = await makePayee(store, [30])
    const { payout } = ok(await request(ada))
    const first = await act(payout.id, "mark-paid", { reference: "first" })
    const second = await act(payout.id, "mark-paid", { reference: "second" })
    expect(second.status).toBe(200)
    expect(second.body).toEqual(first.body)
    expect(second.body.payout.entries).toHaveLength(4)
    await eventually(() =>
      expect(told("affiliate.payout_paid", payout.id)).toHaveLength(1)
    )
    expect(told("affiliate.payout_paid", payout.id)).toHaveLength(1)
  })

  test("marking what a refund has lowered meanwhile is refused, where it is said how much was sent", async () => {
    const ada = await makePayee(store, [30])
    const { payout } = ok(await request(ada))
    // As a refund does; the balance follows the items.
    await store.database.sql(
      `WITH item AS (UPDATE affiliate_payout_item SET amount = 20 WHERE payout_id = $1 RETURNING commission_id),
            payout AS (UPDATE affiliate_payout SET amount = 20 WHERE id = $1),
            balance AS (UPDATE affiliate_balance SET requested = 20 WHERE affiliate_id = $2),
            commission AS (UPDATE affiliate_commission SET amount = 20 WHERE affiliate_id = $2)
       INSERT INTO affiliate_entry (id, affiliate_id, currency_code, account, amount, type, commission_id, payout_id, source_key)
       SELECT 'affent_' || $1, $2, 'usd', 'requested', -10, 'clawback', commission_id, $1, 'for the test:' || $1 FROM item`,
      [payout.id, ada.id]
    )
    expect(await act(payout.id, "mark-paid", { amount: 30 })).toMatchObject({
      status: 400,
      body: {
        message: `Payout ${payout.display_id} is 20 USD by now, not 30`,
      },
    })
    expect(await moneyOf(store, ada.id)).toMatchObject({
      requested: 20,
      paid: 0,
    })
    for (const amount of [20, 30]) {
      expect(
        ok(await act(payout.id, "mark-paid", { amount })).payout
      ).toMatchObject({ status: "paid", amount: 20 })
    }
    expect(await moneyOf(store, ada.id)).toMatchObject({ paid: 20 })
  })

  test("a canceled payout cannot be processed, paid or retried", async () => {
    const ada = await makePayee(store, [30])
    const { payout } = ok(await request(ada))
    ok(await act(payout.id, "cancel"))
    for (const action of ["process", "mark-paid", "retry", "look-up"]) {
      expect((await act(payout.id, action)).status).toBe(400)
    }
    expect(await moneyOf(store, ada.id)).toMatchObject({
      available: 30,
      requested: 0,
      paid: 0,
    })
  })

  test("the detail tells the whole story, oldest first", async () => {
    const ada = await makePayee(store, [30])
    const { payout } = ok(await request(ada))
    ok(await act(payout.id, "mark-paid"))
    const { payout: detail } = ok(
      await store.admin.get(`/admin/affiliate-payouts/${payout.id}`)
    )
    expect(detail.affiliate).toEqual({
      id: ada.id,
      name: ada.name,
      email: ada.email,
    })
    expect(detail.items).toEqual([
      expect.objectContaining({
        amount: 30,
        commission: {
          order_id: null,
          order_display_id: null,
          kind: "adjustment",
          amount: 30,
        },
      }),
    ])
    expect(detail.entries.map(({ type }: { type: string }) => type)).toEqual([
      "payout_requested",
      "payout_requested",
      "payout_paid",
      "payout_paid",
    ])
    expect(
      detail.entries
        .map(
          ({ account, amount }: { account: string; amount: number }) =>
            `${account} ${amount}`
        )
        .sort()
    ).toEqual(["available -30", "paid 30", "requested -30", "requested 30"])
  })

  test.each(["process", "mark-paid", "cancel", "retry", "look-up"])(
    "%s of an unknown payout is not found, and unknown fields are refused",
    async (action) => {
      expect(await act("affpay_none", action)).toMatchObject({ status: 404 })
      expect(await act("affpay_none", action, { force: true })).toMatchObject({
        status: 400,
      })
    }
  )
})

describe("the CSV for the bank", () => {
  test("has only what was asked for, in full, with the currency's digits", async () => {
    const ada = await makePayee(store, [39.6], { name: "=HYPERLINK(1)" })
    const bea = await makePayee(store, [25], { currency_code: "jpy" })
    const one = ok(await request(ada)).payout
    const two = ok(await request(bea, { currency_code: "jpy" })).payout
    for (const { id } of [one, two]) ok(await act(id, "process"))
    const { status, body } = await store.admin.get(
      "/admin/affiliate-payouts/export",
      {
        ids: [one.id, two.id],
      }
    )
    expect(status).toBe(200)
    expect(body.split("\n")).toEqual([
      "payout,affiliate,email,account_holder,iban,bic,account_number,routing_number,bank_name,note,amount,currency,reference,status",
      `${one.display_id},'=HYPERLINK(1),${ada.email},Ada Lovelace,DE89370400440532013000,,,,,,39.60,USD,Affiliate payout ${one.display_id},processing`,
      `${two.display_id},Ada,${bea.email},Ada Lovelace,DE89370400440532013000,,,,,,25,JPY,Affiliate payout ${two.display_id},processing`,
      "",
    ])
  })

  test("leaves out what was paid or canceled, unless it is asked for by status", async () => {
    const ada = await makePayee(store, [10, 20, 30])
    const ids: string[] = []
    for (const amount of [10, 20, 30]) {
      ids.push(
        ok(await request(ada, { currency_code: "usd", amount })).payout.id
      )
    }
    ok(await act(ids[0], "mark-paid"))
    ok(await act(ids[1], "process"))
    const exported = async (query: string) => {
      const { body } = await store.admin.get(
        `/admin/affiliate-payouts/export?affiliate_id=${ada.id}&${query}`
      )
      return body
        .split("\n")
        .slice(1, -1)
        .map((line: string) => line.split(",").at(-4))
    }
    expect(await exported("")).toEqual(["20.00"])
    expect(await exported("status=processing")).toEqual(["20.00"])
    expect(await exported("status=paid")).toEqual(["10.00"])
    expect(await exported("currency_code=eur")).toEqual([])
    expect(await exported(`status=pending&ids[]=${ids[0]}`)).toEqual([])
  })

  test("has nothing that can still be canceled or lowered: what is pending has to be processed first", async () => {
    const ada = await makePayee(store, [39.6])
    const { payout } = ok(await request(ada))
    const path = `/admin/affiliate-payouts/export?affiliate_id=${ada.id}`
    for (const asked of [
      `&ids[]=${payout.id}`,
      `&id=${payout.id}`,
      "&status=pending",
      "&status[]=pending&status[]=processing",
    ]) {
      expect(await store.admin.get(`${path}${asked}`)).toMatchObject({
        status: 400,
        body: {
          message: `Payout ${payout.display_id} is pending: process it before it goes to the bank, because until then it can be canceled or lowered`,
        },
      })
    }
    expect((await store.admin.get(path)).body.trim().split("\n")).toHaveLength(
      1
    )

    ok(await act(payout.id, "process"))
    expect((await store.admin.get(path)).body).toContain(",39.60,USD,")
    expect(
      (await ada.api.post(`/affiliate/payouts/${payout.id}/cancel`)).status
    ).toBe(400)
  })

  test.each(["status=payed", "status[$foo]=pending", "only=1"])(
    "is refused for ?%s instead of holding everything",
    async (query) => {
      expect(
        (await store.admin.get(`/admin/affiliate-payouts/export?${query}`))
          .status
      ).toBe(400)
    }
  )
})

describe("the SEPA files for the bank", () => {
  const exported = (query: Record<string, string | string[]>) =>
    store.admin.get<string>("/admin/affiliate-payouts/export", query)

  /** A payout in process. */
  const underWay = async (amount: number, currency_code: string) => {
    const payee = await makePayee(store, [amount], {
      name: "Zoë",
      currency_code,
    })
    const { payout } = ok(await request(payee, { currency_code }))
    ok(await act(payout.id, "process"))
    return payout as { id: string; display_id: number }
  }

  test("carry euros, as a table and as the message that banks take, from the store's own account", async () => {
    const [one, two] = [await underWay(39.6, "eur"), await underWay(5, "eur")]
    const ids = [one.id, two.id]
    const table = await exported({ ids, format: "sepa" })
    expect(table.body).toBe(
      `name,iban,bic,amount,currency,remittance,end_to_end_id
Ada Lovelace,DE89370400440532013000,,39.60,EUR,Affiliate payout ${one.display_id},AFFILIATE-PAYOUT-${one.display_id}
Ada Lovelace,DE89370400440532013000,,5.00,EUR,Affiliate payout ${two.display_id},AFFILIATE-PAYOUT-${two.display_id}
`
    )
    const message = await exported({ ids, format: "pain.001" })
    expect(message.status).toBe(200)
    for (const part of [
      "<NbOfTxs>2</NbOfTxs><CtrlSum>44.60</CtrlSum>",
      "<Dbtr><Nm>Shop + Soehne</Nm></Dbtr>",
      "<IBAN>FR1420041010050500013M02606</IBAN>",
      `<EndToEndId>AFFILIATE-PAYOUT-${two.display_id}</EndToEndId>`,
    ])
      expect(message.body).toContain(part)
  })

  test("are refused where one payout is not theirs to carry, naming it", async () => {
    const [euros, dollars] = [
      await underWay(10, "eur"),
      await underWay(10, "usd"),
    ]
    for (const format of ["sepa", "pain.001"])
      expect(
        await exported({ ids: [euros.id, dollars.id], format })
      ).toMatchObject({
        status: 400,
        body: {
          message: `Not a SEPA file: payout ${dollars.display_id} is in USD, and SEPA carries euros only`,
        },
      })
    expect(await exported({ format: "mt940" })).toMatchObject({ status: 400 })
  })
})
