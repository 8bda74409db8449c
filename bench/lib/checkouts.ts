import {
  completeCart,
  fillCart,
  Shop,
  startPayment,
} from "../../integration-tests/harness/shop"

export const CODE = "BENCH"

/** Runs jobs a few at a time, in order. */
export const inParallel = async <T>(
  jobs: (() => Promise<T>)[],
  width: number
): Promise<T[]> => {
  const results: T[] = []
  let next = 0
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (next < jobs.length) {
        const index = next++
        results[index] = await jobs[index]()
      }
    })
  )
  return results
}

/** Carts with an affiliate's code, paid for up to the last step. */
export const fillCarts = async (shop: Shop, count: number): Promise<string[]> =>
  inParallel(
    Array.from({ length: count }, () => async () => {
      const id = await fillCart(shop, {
        items: [{ ware: shop.shirt, quantity: 2 }, { ware: shop.mug }],
        code: CODE,
      })
      await startPayment(shop.storefront, id, "pp_auto_capture_default")
      return id
    }),
    2
  )

/** Completes carts, several shoppers at a time; answers the order ids. */
export const completeCarts = async (
  shop: Shop,
  carts: string[],
  width: number
): Promise<string[]> => {
  const orders = await inParallel(
    carts.map((id) => () => completeCart(shop.storefront, id)),
    width
  )
  return orders.map((order) => order.id)
}

/** The affiliate whose code every cart of the bench has. */
export const addBenchAffiliate = async (shop: Shop): Promise<void> => {
  const answer = await shop.admin.post("/admin/affiliates", {
    name: "Bench",
    email: "bench@example.com",
    code: CODE,
    discount_percent: 10,
  })
  if (answer.status !== 200) {
    throw new Error(`no affiliate: ${JSON.stringify(answer.body)}`)
  }
}
