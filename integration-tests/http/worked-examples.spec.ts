import {
  cancelOrder,
  claimReplacement,
  receiveReturn,
  refund,
  returnGoods,
  useStore,
} from "../harness"
import { placeOrderA, type OrderA } from "../support/order-a"
import { addAffiliate, addProgram, balanceOf } from "../support/programs"
import {
  expectHealthy,
  figuresOf,
  linesOf,
  untilReconciled,
} from "../support/verdicts"

/** Order A of the worked examples, and what happens to it. */
const store = useStore()

const figures = async ({ id }: OrderA) =>
  figuresOf(await untilReconciled(store, id))

const pendingOf = async ({ affiliate }: OrderA) =>
  (await balanceOf(store, affiliate.id)).pending

const returnShirts = (order: OrderA, quantity: number) =>
  returnGoods(store.shop, order.id, [{ lineId: order.shirts, quantity }])

test("placed: 198 is the base and 39.60 the commission, 36.00 for the Shirts and 3.60 for the Mug", async () => {
  const order = await placeOrderA(store)
  const verdict = await untilReconciled(store, order.id)

  expect(verdict).toMatchObject({
    outcome: "attributed",
    source: "code",
    affiliate_id: order.affiliate.id,
    currency_code: "usd",
    base_total: 198,
    commission_total: 39.6,
    paid: true,
    canceled: false,
  })
  expect(verdict.commissions).toHaveLength(1)
  const [commission] = verdict.commissions
  expect(commission).toMatchObject({
    affiliate_id: order.affiliate.id,
    level: 1,
    kind: "sale",
    amount: 39.6,
    original_amount: 39.6,
    status: "pending",
    entries: [{ account: "pending", amount: 39.6, type: "accrue" }],
  })
  expect(commission.lines).toHaveLength(2)
  expect(commission.lines).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        order_line_id: order.shirts,
        title: "Shirt",
        quantity: 2,
        base: 180,
        amount: 36,
      }),
      expect.objectContaining({
        order_line_id: order.mug,
        title: "Mug",
        quantity: 1,
        base: 18,
        amount: 3.6,
      }),
    ])
  )
  expect(await balanceOf(store, order.affiliate.id)).toEqual({
    pending: 39.6,
    available: 0,
    requested: 0,
    paid: 0,
  })
})

test("a goodwill refund of 33 scales the commission to 33.89", async () => {
  const order = await placeOrderA(store)
  await refund(store.shop, order.id, 33)

  expect(await figures(order)).toEqual({
    base: 198,
    commission: 33.89,
    status: "pending",
    lines: { Shirt: 30.81, Mug: 3.08 },
  })
  expect(await pendingOf(order)).toBe(33.89)
})

test("one Shirt returned and received leaves a base of 108 and a commission of 21.60", async () => {
  const order = await placeOrderA(store)
  await returnShirts(order, 1)

  expect(await figures(order)).toEqual({
    base: 108,
    commission: 21.6,
    status: "pending",
    lines: { Shirt: 18, Mug: 3.6 },
  })
  expect(await pendingOf(order)).toBe(21.6)
})

test("the 99 paid back for a returned Shirt change nothing: the return already did it", async () => {
  const order = await placeOrderA(store)
  await returnShirts(order, 1)
  await untilReconciled(store, order.id)
  await refund(store.shop, order.id, 99)

  expect(await figures(order)).toMatchObject({ base: 108, commission: 21.6 })
  const { commissions } = await untilReconciled(store, order.id)
  expect(commissions[0].entries.map(({ amount }) => amount)).toEqual([
    39.6, -18,
  ])
})

test("a further goodwill refund of 20 after the return scales 21.60 to 18.27", async () => {
  const order = await placeOrderA(store)
  await returnShirts(order, 1)
  await refund(store.shop, order.id, 99)
  await refund(store.shop, order.id, 20)

  const { base, commission, lines } = await figures(order)
  expect({ base, commission }).toEqual({ base: 108, commission: 18.27 })
  expect(lines).toEqual({ Shirt: 15.23, Mug: 3.04 })
  expect(await pendingOf(order)).toBe(18.27)
})

test.each([
  ["before its payment was captured", false],
  ["after its payment was captured", true],
])(
  "cancelled %s: base and commission are 0, status clawed_back",
  async (_, captured) => {
    const order = await placeOrderA(store, { captured })
    await cancelOrder(store.shop, order.id)

    expect(await figures(order)).toEqual({
      base: 0,
      commission: 0,
      status: "clawed_back",
      lines: { Shirt: 0, Mug: 0 },
    })
    expect(await balanceOf(store, order.affiliate.id)).toEqual({
      pending: 0,
      available: 0,
      requested: 0,
      paid: 0,
    })
  }
)

test("a claim that replaces a damaged Shirt leaves 39.60, when confirmed and when the old one comes back", async () => {
  const { shop } = store
  const order = await placeOrderA(store)
  const { returnId } = await claimReplacement(shop, order.id, {
    damaged: [{ lineId: order.shirts, quantity: 1 }],
    out: [{ ware: shop.shirt }],
  })
  const asPlaced = {
    base: 198,
    commission: 39.6,
    status: "pending",
    lines: { Shirt: 36, Mug: 3.6 },
  }
  expect(await figures(order)).toEqual(asPlaced)

  await receiveReturn(shop, returnId)
  expect(await figures(order)).toEqual(asPlaced)
  expect(await pendingOf(order)).toBe(39.6)
})

describe("an upper level", () => {
  const placeBelowParent = async (
    percent: number,
    basis: "order" | "commission"
  ) => {
    const program_id = await addProgram(store, {
      levels: [{ level: 2, percent, basis }],
    })
    const parent = await addAffiliate(store, { name: "Parent", program_id })
    const order = await placeOrderA(store, {
      affiliate: { program_id, parent_id: parent.id },
    })
    return { order, parent, verdict: await untilReconciled(store, order.id) }
  }

  test.each([
    ["5 % of the order", 5, "order", 9.9, { Shirt: 9, Mug: 0.9 }],
    [
      "10 % of the commission",
      10,
      "commission",
      3.96,
      { Shirt: 3.6, Mug: 0.36 },
    ],
  ] as const)(
    "of %s earns beside the 39.60",
    async (_, percent, basis, amount, lines) => {
      const { order, parent, verdict } = await placeBelowParent(percent, basis)

      expect(
        verdict.commissions.map(({ affiliate_id, level, kind, amount }) => ({
          affiliate_id,
          level,
          kind,
          amount,
        }))
      ).toEqual([
        {
          affiliate_id: order.affiliate.id,
          level: 1,
          kind: "sale",
          amount: 39.6,
        },
        { affiliate_id: parent.id, level: 2, kind: "level", amount },
      ])
      expect(linesOf(verdict.commissions[1])).toEqual(lines)
      expect((await balanceOf(store, parent.id)).pending).toBe(amount)
      expect(await pendingOf(order)).toBe(39.6)
    }
  )
})

test("5 fixed per item earns 15.00, and 10.00 after one Shirt is returned", async () => {
  const order = await placeOrderA(store, {
    program: { commission_type: "fixed_per_item", commission_value: 5 },
  })
  expect(await figures(order)).toMatchObject({
    commission: 15,
    lines: { Shirt: 10, Mug: 5 },
  })

  await returnShirts(order, 1)
  expect(await figures(order)).toMatchObject({
    commission: 10,
    lines: { Shirt: 5, Mug: 5 },
  })
})

test("7 fixed per order earns 7.00, still 7.00 after one Shirt is returned, and 0 when all is", async () => {
  const order = await placeOrderA(store, {
    program: { commission_type: "fixed_per_order", commission_value: 7 },
  })
  expect(await figures(order)).toMatchObject({ commission: 7 })

  await returnShirts(order, 1)
  expect(await figures(order)).toMatchObject({
    commission: 7,
    status: "pending",
  })

  await returnGoods(store.shop, order.id, [
    { lineId: order.shirts, quantity: 1 },
    { lineId: order.mug, quantity: 1 },
  ])
  expect(await figures(order)).toMatchObject({
    base: 0,
    commission: 0,
    status: "clawed_back",
  })
})

test("the books agree after all of it", () => expectHealthy(store))
