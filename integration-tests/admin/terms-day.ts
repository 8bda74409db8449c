import { buy, ok, type Store } from "../harness"
import { addAffiliate, remember } from "../harness/affiliates"
import { makeAffiliate, type TestAffiliate } from "../support/affiliates"
import { addProgram } from "../support/programs"
import { untilReconciled } from "../support/verdicts"

/** A store with two programs, goods that are sorted, and an order of Priya's. */
export type TermsDay = {
  programs: { creators: string; resellers: string }
  /** Nothing is in it but the mug. */
  category: string
  priya: { id: string; code: string }
  /** Has a login of its own; in the creators' program. */
  nadia: TestAffiliate
  order: {
    id: string
    /** As a merchant calls it. */
    number: number
  }
}

/** 20 % of a shirt for 100 and a mug for 20: 24 in all. */
export async function playTermsDay(store: Store): Promise<TermsDay> {
  const { admin, shop } = store
  const { affiliate_programs } = ok(
    await admin.get("/admin/affiliate-programs", { handle: "default" })
  )
  const creators: string = affiliate_programs[0].id
  ok(
    await admin.post(`/admin/affiliate-programs/${creators}`, {
      name: "Creators",
      hold_days: 0,
    })
  )
  const resellers = await addProgram(store, { name: "Resellers" })
  const { product_category } = ok(
    await admin.post<{ product_category: { id: string } }>(
      "/admin/product-categories",
      { name: "Kitchen", is_active: true }
    )
  )
  ok(
    await admin.post(`/admin/products/${shop.mug.productId}`, {
      categories: [{ id: product_category.id }],
    })
  )
  const priya = await addAffiliate(store, {
    name: "Priya Raman",
    program_id: creators,
    code: "PRIYA",
  })
  const nadia = await makeAffiliate(store, {
    name: "Nadia Okafor",
    program_id: creators,
  })
  const { id } = await buy(shop, {
    items: [{ ware: shop.shirt }, { ware: shop.mug }],
    beforePayment: remember({ code: "PRIYA" }),
  })
  await untilReconciled(store, id)
  const { affiliate_order } = ok(
    await admin.get(`/admin/affiliate-orders/${id}`)
  )
  return {
    programs: { creators, resellers },
    category: product_category.id,
    priya: { id: priya.id, code: "PRIYA" },
    nadia,
    order: { id, number: affiliate_order.order_display_id },
  }
}
