import { buy, cancelOrder, ok, signUp, useStore } from "../harness"
import { uniqueEmail } from "../support/people"
import { addAffiliate, addProgram } from "../support/programs"
import { remember } from "../support/touches"
import {
  expectHealthy,
  untilReconciled,
  type VerdictAnswer,
} from "../support/verdicts"

/** The bond of a customer to an affiliate: who made it, how long it lasts, when it goes. */
const store = useStore()

/** Somebody buys a Shirt, by a code or without; answers the verdict. */
const shop = async (email: string, code?: string): Promise<VerdictAnswer> => {
  const { id } = await buy(store.shop, {
    items: [{ ware: store.shop.shirt }],
    email,
    ...(code ? { beforePayment: remember({ code }) } : {}),
  })
  return await untilReconciled(store, id)
}

const add = async (trailing_months: number | null, fields = {}) =>
  addAffiliate(store, {
    program_id: await addProgram(store, { trailing_months }),
    ...fields,
  })

/** Lets a verdict be so many months older, bond and all. */
const age = async ({ order_id }: VerdictAnswer, months: number) => {
  const { database, admin } = store
  await database.sql(
    `UPDATE affiliate_conversion SET placed_at = placed_at - make_interval(months => $2)
      WHERE order_id = $1`,
    [order_id, months]
  )
  ok(await admin.post(`/admin/affiliate-orders/${order_id}/reconcile`))
}

const credit = ({ source, affiliate_id, commissions }: VerdictAnswer) => ({
  source,
  affiliate_id,
  kind: commissions[0]?.kind,
  amount: commissions[0]?.amount,
})

const NOBODY = {
  source: null,
  affiliate_id: null,
  kind: undefined,
  amount: undefined,
}

test("a customer stays with the affiliate for ever where the program says nothing", async () => {
  const affiliate = await add(null)
  const email = uniqueEmail()
  const first = await shop(email, affiliate.code)
  expect(credit(first)).toMatchObject({ source: "code", kind: "sale" })
  await age(first, 240)

  expect(credit(await shop(email))).toEqual({
    source: "attribution",
    affiliate_id: affiliate.id,
    kind: "trailing",
    amount: 20,
  })
})

test("only the first order counts where the program says 0 months", async () => {
  const affiliate = await add(0)
  const email = uniqueEmail()
  await shop(email, affiliate.code)
  expect(credit(await shop(email))).toEqual(NOBODY)
})

test("the bond ends after the months of the program, and the next touch makes a new one", async () => {
  const [affiliate, next] = [await add(3), await add(3)]
  const email = uniqueEmail()
  await age(await shop(email, affiliate.code), 2)
  expect(credit(await shop(email))).toMatchObject({
    affiliate_id: affiliate.id,
  })

  const late = uniqueEmail()
  await age(await shop(late, affiliate.code), 4)
  expect(credit(await shop(late))).toEqual(NOBODY)
  expect(credit(await shop(late, next.code))).toMatchObject({
    affiliate_id: next.id,
  })
  expect(credit(await shop(late))).toMatchObject({
    source: "attribution",
    affiliate_id: next.id,
  })
})

test("the months of the affiliate go before those of the program", async () => {
  const affiliate = await add(null)
  ok(
    await store.admin.post(`/admin/affiliates/${affiliate.id}`, {
      trailing_months: 0,
    })
  )
  const email = uniqueEmail()
  await shop(email, affiliate.code)
  expect(credit(await shop(email))).toEqual(NOBODY)
})

test("a cancelled first order takes the bond with it", async () => {
  const affiliate = await add(null)
  const email = uniqueEmail()
  const { order_id } = await shop(email, affiliate.code)
  await cancelOrder(store.shop, order_id)
  expect(await untilReconciled(store, order_id)).toMatchObject({
    attribution: null,
  })
  expect(credit(await shop(email))).toEqual(NOBODY)
})

test("a cancelled first order leaves the bond to the next one that was attributed", async () => {
  const [first, second] = [await add(null), await add(null)]
  const email = uniqueEmail()
  const { order_id } = await shop(email, first.code)
  await shop(email, second.code)
  expect(credit(await shop(email))).toMatchObject({ affiliate_id: first.id })

  await cancelOrder(store.shop, order_id)
  await untilReconciled(store, order_id)
  expect(credit(await shop(email))).toMatchObject({
    source: "attribution",
    affiliate_id: second.id,
  })
})

test("an order credited by the bond stays credited when the bond goes", async () => {
  const affiliate = await add(null)
  const email = uniqueEmail()
  const first = await shop(email, affiliate.code)
  const trailing = await shop(email)
  await cancelOrder(store.shop, first.order_id)
  await untilReconciled(store, first.order_id)
  ok(
    await store.admin.post(
      `/admin/affiliate-orders/${trailing.order_id}/reconcile`
    )
  )
  expect(credit(await untilReconciled(store, trailing.order_id))).toMatchObject(
    { affiliate_id: affiliate.id, amount: 20 }
  )
})

test("a customer with an account is known by it, whatever e-mail is given at the checkout", async () => {
  const affiliate = await add(null)
  const customer = await signUp(store.shop, uniqueEmail())
  const items = [{ ware: store.shop.shirt }]
  const first = await buy(store.shop, {
    items,
    customer,
    beforePayment: remember({ code: affiliate.code }),
  })
  await untilReconciled(store, first.id)
  const { id } = await buy(store.shop, {
    items,
    customer,
    email: uniqueEmail(),
  })
  expect(credit(await untilReconciled(store, id))).toMatchObject({
    source: "attribution",
    affiliate_id: affiliate.id,
  })
})

test("the books agree after all of it", () => expectHealthy(store))
