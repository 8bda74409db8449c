import {
  addWare,
  buy,
  capture,
  lineOf,
  ok,
  readOrder,
  refund,
  returnGoods,
  signUp,
  type Purchase,
  type Store,
  type Ware,
} from "../harness"
import { release, requestPayout } from "../support/paying"
import { register } from "../support/people"
import { remember } from "../support/touches"
import { untilReconciled } from "../support/verdicts"
import { addCast, type Cast } from "./cast"

/** What happened in the store before a merchant opens the dashboard. */
export type Day = Cast & {
  wares: Wares
  orders: {
    /** Mira's: 2 aprons, a teapot and a scarf, one apron sent back; paid out. */
    paidOut: string
    /** Priya's, recruited by Mira: a lamp, 2 aprons, a teapot and a scarf; pending. */
    twoLevels: string
    /** Northwind's: 8 shirts, held. */
    held: string
  }
  customers: {
    /** Bound to Tomás for a year. */
    olivia: string
  }
  /** Somebody who applied and waits. */
  applicant: { id: string; name: string }
}

type Wares = Record<"apron" | "teapot" | "scarf" | "lamp", Ware>

const CATALOGUE = {
  apron: { title: "Linen apron", kind: "Natural", usd: 48, eur: 45, jpy: 6800 },
  teapot: {
    title: "Enamel teapot",
    kind: "White",
    usd: 64.5,
    eur: 59.9,
    jpy: 9200,
  },
  scarf: {
    title: "Merino scarf",
    kind: "Charcoal",
    usd: 85,
    eur: 79,
    jpy: 12400,
  },
  lamp: { title: "Desk lamp", kind: "Brass", usd: 129, eur: 119, jpy: 18800 },
}

/** A store that looks as one does after a while: affiliates, orders, refunds, and money on its way. */
export async function playDay(store: Store): Promise<Day> {
  const { admin, shop } = store
  const wares = await setUpShop(store)
  const { apron, teapot, scarf, lamp } = wares
  const cast = await addCast(store)
  const sell = (purchase: Purchase) => sellAndCapture(store, purchase)

  // Nothing is held yet, so that what Mira sells first can be paid out today.
  const paidOut = await sell({
    name: "Grace Bennett",
    code: "MIRA10",
    items: [{ ware: apron, quantity: 2 }, { ware: teapot }, { ware: scarf }],
  })
  const line = lineOf(await readOrder(shop, paidOut), apron.title)
  await returnGoods(shop, paidOut, [{ lineId: line.id, quantity: 1 }])
  await refund(shop, paidOut, 47.52)
  const second = await sell({
    name: "Noah Castillo",
    code: "MIRA10",
    items: [{ ware: lamp }],
  })
  const customer = await signUp(
    shop,
    "olivia.bennett@example.com",
    "Olivia Bennett"
  )
  const olivia = { customer, name: "Olivia Bennett" }
  const first = await sell({
    ...olivia,
    code: "TOMAS10",
    items: [{ ware: lamp }, { ware: scarf }],
  })
  await untilReconciled(store, first)
  const soldAtOnce = [
    paidOut,
    second,
    await sell({ ...olivia, items: [{ ware: teapot, quantity: 2 }] }),
    await sell({
      name: "Camille Laurent",
      currency: "eur",
      code: "SAMIRA10",
      items: [{ ware: lamp, quantity: 3 }],
    }),
    await sell({
      name: "Sakura Mori",
      currency: "jpy",
      code: "AIKO10",
      items: [{ ware: lamp }, { ware: scarf }],
    }),
    await sell({
      name: "Kanzlei Vogt",
      currency: "eur",
      code: "BERGMANN5",
      items: [{ ware: shop.mug, quantity: 40 }],
    }),
    await sell({
      name: "Studio Nine",
      code: "PEACH5",
      items: [{ ware: apron, quantity: 12 }],
    }),
  ]
  await Promise.all(soldAtOnce.map((id) => untilReconciled(store, id)))
  await release(store)
  await adjust(
    store,
    cast.mira.id,
    "eur",
    75,
    "A thank-you for the spring launch"
  )
  await sendMoney(store, cast)

  ok(
    await admin.post(`/admin/affiliate-programs/${cast.programs.creators}`, {
      hold_days: 30,
    })
  )
  const twoLevels = await sell({
    name: "Hannah Rosen",
    code: "PRIYA10",
    items: [
      { ware: lamp },
      { ware: apron, quantity: 2 },
      { ware: teapot },
      { ware: scarf },
    ],
  })
  const held = await sell({
    name: "Wyatt Harper",
    beforePayment: remember({ code: "NORTHWIND" }),
    items: [{ ware: shop.shirt, quantity: 8 }],
  })
  const pending = [
    twoLevels,
    held,
    await sell({
      name: "Lena Brückner",
      currency: "eur",
      code: "MIRA10",
      items: [{ ware: scarf }, { ware: teapot, quantity: 2 }],
    }),
  ]
  await Promise.all(pending.map((id) => untilReconciled(store, id)))
  await hold(store, held, "Eight of one kind: wait until they are delivered")

  const applicant = await register(store, {
    name: "Nora Lindqvist",
    email: "nora@lindqvist.example",
    code: "NORA",
    website: "https://lindqvist.example",
    country_code: "se",
    answers: {
      "Where will you tell people about us?":
        "A weekly newsletter on Nordic kitchens, some 4,000 readers.",
    },
  })
  return {
    ...cast,
    wares,
    orders: { paidOut, twoLevels, held },
    customers: { olivia: customer.id },
    applicant,
  }
}

async function setUpShop({ admin, shop }: Store): Promise<Wares> {
  const { stores } = ok(await admin.get("/admin/stores"))
  ok(
    await admin.post(`/admin/stores/${stores[0].id}`, {
      name: "Harbour & Pine",
    })
  )
  const add = ({ title, kind, ...price }: (typeof CATALOGUE)["apron"]) =>
    addWare(shop, { title, kind, price })
  return {
    apron: await add(CATALOGUE.apron),
    teapot: await add(CATALOGUE.teapot),
    scarf: await add(CATALOGUE.scarf),
    lamp: await add(CATALOGUE.lamp),
  }
}

/** Payouts in every stage: one paid, one on its way, five that wait for the merchant. */
async function sendMoney(
  store: Store,
  { mira, tomas, samira, aiko, bergmann, peach }: Cast
): Promise<void> {
  const act = async (id: string, deed: string, body?: object) =>
    ok(await store.admin.post(`/admin/affiliate-payouts/${id}/${deed}`, body))
  const paid = await requestPayout(store, mira.id)
  await act(paid, "process")
  await act(paid, "mark-paid", { reference: "SEPA-2026-0117" })
  const onItsWay = await requestPayout(store, aiko.id, 3000, "jpy")
  await act(onItsWay, "process")
  await requestPayout(store, mira.id, 60, "eur")
  await requestPayout(store, tomas.id, 40)
  await requestPayout(store, samira.id, 30, "eur")
  await requestPayout(store, bergmann.id, 120, "eur")
  await requestPayout(store, peach.id, 40)
}

async function sellAndCapture(
  { shop }: Store,
  purchase: Purchase
): Promise<string> {
  const email = `${(purchase.name ?? "").toLowerCase().replace(/\W+/g, ".")}@example.com`
  const { id } = await buy(shop, {
    ...purchase,
    ...(purchase.customer ? {} : { email }),
  })
  await capture(shop, id)
  return id
}

async function adjust(
  { admin }: Store,
  affiliate_id: string,
  currency_code: string,
  amount: number,
  reason: string
): Promise<void> {
  ok(
    await admin.post("/admin/affiliate-adjustments", {
      affiliate_id,
      currency_code,
      amount,
      reason,
    })
  )
}

async function hold(
  { admin }: Store,
  order_id: string,
  reason: string
): Promise<void> {
  const { commissions } = ok(
    await admin.get("/admin/affiliate-commissions", { order_id })
  )
  const path = `/admin/affiliate-commissions/${commissions[0].id}/hold`
  ok(await admin.post(path, { reason }))
}
