import {
  addWare,
  buy,
  cancelOrder,
  capture,
  ok,
  type Currency,
  type Line,
  type Shop,
} from "../../../integration-tests/harness/shop"
import {
  addCode,
  addProgram,
  balanceOf,
  join,
  release,
  saveBankAccount,
  type Affiliate,
} from "../affiliates"
import { readVerdict, untilPaid } from "../verdicts"
import type { Check } from "./check"
import { figuresOf, placeOrderA } from "./order-a"

/** Somebody buys who was sent by a code without a discount; answers the order's id. */
async function buyWithCode(
  shop: Shop,
  code: string,
  items: Line[],
  currency: Currency = "usd"
): Promise<string> {
  const { id } = await buy(shop, {
    items,
    currency,
    beforePayment: async (cartId, api) => {
      ok(await api.post(`/store/carts/${cartId}/affiliate`, { code }))
    },
  })
  await capture(shop, id)
  await untilPaid(shop, id)
  return id
}

/** Amounts that do not come out even. */
export async function playRounding(shop: Shop, check: Check): Promise<void> {
  const radia = await join(
    shop,
    { name: "Radia Perlman", email: "radia.perlman@example.com" },
    { commission_percent: 7.5 }
  )
  const print = await addWare(shop, {
    title: "Art print",
    price: { jpy: 333, usd: 3 },
  })
  const inYen = await buyWithCode(
    shop,
    await addCode(shop, radia, "RADIA"),
    [{ ware: print }],
    "jpy"
  )
  await check(
    "JPY, one item of 333, 7.5 %",
    { commission: 25 },
    () => figuresOf(shop, inYen),
    "jpy"
  )

  const karen = await join(
    shop,
    { name: "Karen Spärck Jones", email: "karen.sparck.jones@example.com" },
    { commission_percent: 10 }
  )
  const trifles = await Promise.all(
    ["Sticker", "Button", "Bookmark"].map((title) =>
      addWare(shop, { title, price: 0.05 })
    )
  )
  const inCents = await buyWithCode(
    shop,
    await addCode(shop, karen, "KAREN"),
    trifles.map((ware) => ({ ware }))
  )
  await check(
    "USD, three lines of 0.05 each, 10 %",
    { commission: 0.02, lines: "0.01 0.01 0.00" },
    async () => {
      const verdict = await readVerdict(shop, inCents)
      const [own] = verdict?.commissions ?? []
      const lines = own?.lines.map(({ amount }) => amount.toFixed(2))
      return (
        own && {
          commission: own.amount,
          lines: lines?.sort().reverse().join(" ") ?? "",
        }
      )
    }
  )
}

/** Money that was paid out before its order was cancelled. */
export async function playDebt(shop: Shop, check: Check): Promise<void> {
  const { admin } = shop
  const program_id = await addProgram(shop, {
    name: "Example: no hold",
    commission_value: 20,
    hold_days: 0,
  })
  const hedy = await join(
    shop,
    { name: "Hedy Lamarr", email: "hedy.lamarr@example.com" },
    { program_id }
  )
  await saveBankAccount(hedy, "us")
  const order = await placeOrderA(shop, await addCode(shop, hedy, "HEDY10", 10))
  await release(shop)
  const { payout } = ok(await requestPayout(hedy))
  const path = `/admin/affiliate-payouts/${payout.id}`
  ok(await admin.post(`${path}/process`))
  ok(await admin.post(`${path}/mark-paid`, { reference: "FT-2041-0001" }))
  await check(
    "39.60 earned, released, requested and paid out",
    { available: 0, paid: 39.6 },
    () => balanceOf(shop, hedy)
  )
  await cancelOrder(shop, order.id)
  await check(
    "… then the order is cancelled: a debt",
    { commission: 0, available: -39.6, paid: 39.6 },
    async () => ({
      ...(await order.figures()),
      ...(await balanceOf(shop, hedy)),
    })
  )

  const coat = await addWare(shop, { title: "Wool coat", price: 250 })
  await buyWithCode(shop, await addCode(shop, hedy, "HEDY"), [{ ware: coat }])
  await release(shop)
  await check("… then 50.00 earned and released", { available: 10.4 }, () =>
    balanceOf(shop, hedy)
  )
  const { affiliate_tier } = ok(
    await admin.post("/admin/affiliate-tiers", {
      program_id,
      name: "From 50",
      minimum_payouts: [{ currency_code: "usd", amount: 50 }],
    })
  )
  ok(
    await admin.post(`/admin/affiliates/${hedy.id}`, {
      tier_id: affiliate_tier.id,
    })
  )
  const refused = await requestPayout(hedy)
  await check(
    "… and requested, under the minimum of 50",
    { answer: "400", available: 10.4 },
    async () => ({
      answer: `${refused.status}`,
      ...(await balanceOf(shop, hedy)),
    })
  )
}

/** Things that happen at the same moment. */
export async function playRaces(shop: Shop, check: Check): Promise<void> {
  const { admin } = shop
  const program_id = await addProgram(shop, {
    name: "Example: no minimum",
    commission_value: 20,
    hold_days: 0,
  })
  const frances = await join(
    shop,
    { name: "Frances Allen", email: "frances.allen@example.com" },
    { program_id }
  )
  await saveBankAccount(frances, "us")
  ok(
    await admin.post("/admin/affiliate-adjustments", {
      affiliate_id: frances.id,
      currency_code: "usd",
      amount: 50,
      reason: "Talk at the compiler meetup",
    })
  )
  const answers = await Promise.all([
    requestPayout(frances, 40),
    requestPayout(frances, 40),
  ])
  await check(
    "two requests of 40 at the same moment on 50",
    { answers: "201 400", available: 10, requested: 40 },
    async () => ({
      answers: answers
        .map(({ status }) => status)
        .sort()
        .join(" "),
      ...(await balanceOf(shop, frances)),
    })
  )

  // In the default program, whose hold keeps the release job from adding entries.
  const barbara = await join(shop, {
    name: "Barbara Liskov",
    email: "barbara.liskov@example.com",
  })
  const order = await placeOrderA(
    shop,
    await addCode(shop, barbara, "BARBARA10", 10)
  )
  const reconciles = await Promise.all(
    Array.from({ length: 100 }, () =>
      admin.post(`/admin/affiliate-orders/${order.id}/reconcile`)
    )
  )
  reconciles.forEach(ok)
  await check(
    "the same order reconciled 100 times at once",
    { conversions: "1", commissions: "1", entries: "1", commission: 39.6 },
    async () => {
      const { count: conversions } = ok(
        await admin.get("/admin/affiliate-orders", { order_id: order.id })
      )
      const { count: commissions } = ok(
        await admin.get("/admin/affiliate-commissions", { order_id: order.id })
      )
      const verdict = await readVerdict(shop, order.id)
      return {
        conversions: `${conversions}`,
        commissions: `${commissions}`,
        entries: `${verdict?.commissions[0]?.entries.length}`,
        ...(await order.figures()),
      }
    }
  )
}

/** The affiliate asks for an amount, or for all there is. */
const requestPayout = ({ api }: Affiliate, amount?: number) =>
  api.post("/affiliate/payouts", { currency_code: "usd", amount })
