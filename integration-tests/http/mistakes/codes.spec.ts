import { buy, ok, useStore } from "../../harness"
import { uniqueEmail } from "../../support/people"
import { sell } from "../../support/paying"
import {
  addAffiliate,
  addProgram,
  balanceOf,
  type AddedAffiliate,
} from "../../support/programs"
import { remember } from "../../support/touches"
import {
  expectHealthy,
  untilReconciled,
  type VerdictAnswer,
} from "../../support/verdicts"

/** What goes wrong with codes that get into other hands. */
const store = useStore()

let program_id: string
beforeAll(async () => {
  program_id = await addProgram(store)
})

const add = (name: string, fields = {}) =>
  addAffiliate(store, { name, program_id, ...fields })

/** Buys a Mug; answers the verdict. */
const judge = async (
  purchase: Partial<Parameters<typeof buy>[1]>
): Promise<VerdictAnswer> => {
  const { shop } = store
  const { id } = await buy(shop, { items: [{ ware: shop.mug }], ...purchase })
  return await untilReconciled(store, id)
}

const stepsOf = ({ trace }: VerdictAnswer, step: string) =>
  trace.filter((one) => one.step === step)

const credited = ({ affiliate_id, source }: VerdictAnswer) => ({
  affiliate_id,
  source,
})

describe("a code that leaked to a coupon site", () => {
  const leak = async (fields = {}): Promise<AddedAffiliate> =>
    add("Leaky", { discount_percent: 10, ...fields })

  test("credits its affiliate without any click, and the merchant can see that", async () => {
    const affiliate = await leak()
    const verdict = await judge({ code: affiliate.code })
    expect(credited(verdict)).toEqual({
      affiliate_id: affiliate.id,
      source: "code",
    })
    expect(stepsOf(verdict, "click")).toEqual([
      expect.objectContaining({ found: "none" }),
    ])
  })

  test("goes before a customer's attribution for that order, and does not move it", async () => {
    const faithful = await add("Faithful")
    const leaky = await leak()
    const email = uniqueEmail()
    await judge({ email, beforePayment: remember({ code: faithful.code }) })

    const verdict = await judge({ email, code: leaky.code })
    expect(credited(verdict)).toMatchObject({ affiliate_id: leaky.id })
    expect(verdict.attribution).toMatchObject({ affiliate_id: faithful.id })
    expect(credited(await judge({ email }))).toEqual({
      affiliate_id: faithful.id,
      source: "attribution",
    })
  })

  test("earns nothing from customers who bought before, where the program is for new ones", async () => {
    const email = uniqueEmail()
    await judge({ email })
    const affiliate = await leak({
      program_id: await addProgram(store, { new_customers_only: true }),
    })
    expect(await judge({ email, code: affiliate.code })).toMatchObject({
      outcome: "none",
      reason: "returning_customer",
    })
    expect(await judge({ code: affiliate.code })).toMatchObject({
      affiliate_id: affiliate.id,
    })
  })

  test("can be taken from an order by the merchant's word, and retired", async () => {
    const { admin, shop } = store
    const affiliate = await leak()
    const { order_id } = await judge({ code: affiliate.code })
    ok(
      await admin.post(`/admin/affiliate-orders/${order_id}/attribute`, {
        affiliate_id: null,
        note: "found on a coupon site",
      })
    )
    ok(
      await admin.delete(
        `/admin/affiliates/${affiliate.id}/codes/${affiliate.code}`
      )
    )
    expect(await balanceOf(store, affiliate.id)).toMatchObject({ pending: 0 })

    const { id: cartId } = ok(
      await shop.storefront.post("/store/carts", {
        region_id: shop.markets.usd.regionId,
      })
    ).cart
    const touch = await shop.storefront.post(
      `/store/carts/${cartId}/affiliate`,
      { code: affiliate.code }
    )
    expect(touch.status).toBe(404)
  })
})

test("a code that earned and was retired is never taken over, in any letter case", async () => {
  const { admin } = store
  const first = await add("First")
  const order = await sell(store, first.code)
  ok(await admin.delete(`/admin/affiliates/${first.id}/codes/${first.code}`))

  const second = await add("Second")
  for (const code of [first.code, first.code.toLowerCase()]) {
    const byCode = await admin.post(`/admin/affiliates/${second.id}/codes`, {
      code,
    })
    const byAffiliate = await admin.post("/admin/affiliates", {
      name: "Third",
      email: uniqueEmail(),
      program_id,
      code,
    })
    expect([byCode.status, byAffiliate.status]).toEqual([422, 422])
  }
  const gone = await admin.delete(`/admin/affiliates/${first.id}`)
  expect(gone.status).toBe(400)

  ok(await admin.post(`/admin/affiliate-orders/${order}/reconcile`))
  expect(await untilReconciled(store, order)).toMatchObject({
    affiliate_id: first.id,
    commission_total: 20,
  })
})

test("the books agree after all of it", () => expectHealthy(store))
