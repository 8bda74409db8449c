import { Modules } from "@medusajs/framework/utils"
import {
  completeCart,
  eventually,
  fillCart,
  ok,
  startPayment,
  useStore,
  type Purchase,
} from "../harness"
import { affiliateService } from "../support/affiliates"
import { holdUpWritesTo } from "../support/held-up"
import { release, sell } from "../support/paying"
import { uniqueEmail } from "../support/people"
import {
  addAffiliate,
  addProgram,
  balanceOf,
  type AddedAffiliate,
} from "../support/programs"
import { WITHOUT_SCHEDULE } from "../support/servers"
import { remember } from "../support/touches"
import {
  expectHealthy,
  readVerdict,
  untilReconciled,
} from "../support/verdicts"
import affiliateSweepAllOrders from "../../src/jobs/affiliate-sweep-all-orders"
import affiliateSweepOrders from "../../src/jobs/affiliate-sweep-orders"

/**
 * Medusa writes an order down, then links it to its cart, then has the payment authorized, and deletes the order when
 * that comes to nothing. Until then it looks like an order that nobody judged.
 */
const store = useStore({ env: WITHOUT_SCHEDULE })

const sweep = () => affiliateSweepOrders(store.container)

/** A cart that is ready to be completed, by a code that only the server remembers. */
async function fillCartOf(
  { code }: AddedAffiliate,
  { email = uniqueEmail(), provider }: Partial<Purchase> = {}
) {
  const { shop } = store
  const cartId = await fillCart(shop, { items: [{ ware: shop.shirt }], email })
  await remember({ code })(cartId, shop.storefront)
  await startPayment(shop.storefront, cartId, provider)
  return { cartId, email }
}

const ordersOf = async (email: string) =>
  (
    await store.database.sql<{ id: string }>(
      `SELECT id FROM "order" WHERE email = $1 ORDER BY created_at`,
      [email]
    )
  ).map(({ id }) => id)

const isJudged = async (id: string) =>
  (await store.admin.get(`/admin/affiliate-orders/${id}`)).status === 200

const add = async (): Promise<AddedAffiliate> =>
  addAffiliate(store, { program_id: await addProgram(store) })

describe("an order that is not yet linked to its cart", () => {
  test("is judged by no sweep: the code that its cart remembers credits it in the end", async () => {
    const { shop } = store
    const affiliate = await add()
    const { cartId, email } = await fillCartOf(affiliate)
    const { untilWaiting, letGo } = await holdUpWritesTo(store, "order_cart")
    const completing = completeCart(shop.storefront, cartId)
    try {
      await untilWaiting()
      expect(await ordersOf(email)).toHaveLength(1)
      await sweep()
    } finally {
      await letGo()
    }
    const { id } = await completing

    expect(await untilReconciled(store, id)).toMatchObject({
      affiliate_id: affiliate.id,
      source: "code",
      commission_total: 20,
    })
  })

  test("is not judged before a later order of the same buyer either", async () => {
    const { shop } = store
    const affiliate = await add()
    const first = await fillCartOf(affiliate)
    const second = await fillCartOf(affiliate, { email: first.email })
    const { untilWaiting, letGo } = await holdUpWritesTo(store, "order_cart")
    const completing: Promise<unknown>[] = []
    try {
      for (const [n, { cartId }] of [first, second].entries()) {
        completing.push(completeCart(shop.storefront, cartId))
        await eventually(async () =>
          expect(await ordersOf(first.email)).toHaveLength(n + 1)
        )
      }
      await untilWaiting()
      const [, later] = await ordersOf(first.email)
      expect(
        await affiliateService(store).listEarlierUnjudgedOrders(later!, 50)
      ).toEqual([])
    } finally {
      await letGo()
    }
    await Promise.all(completing)
    const [earlier] = await ordersOf(first.email)
    expect((await untilReconciled(store, earlier!)).source).toBe("code")
  })
})

test("an order whose payment is still being decided is judged by no sweep, and leaves nothing when it is refused", async () => {
  const { shop } = store
  const affiliate = await add()
  const { cartId, email } = await fillCartOf(affiliate)
  const { untilWaiting, makeFail } = await holdUpWritesTo(store, "payment")
  const completing = completeCart(shop.storefront, cartId).catch(String)
  await untilWaiting()
  const [id] = await ordersOf(email)
  await sweep()
  const judged = await isJudged(id!)
  await makeFail()
  await completing

  expect(await ordersOf(email)).toEqual([])
  expect(judged).toBe(false)
  expect(await isJudged(id!)).toBe(false)
  expect(await balanceOf(store, affiliate.id)).toMatchObject({ pending: 0 })
})

test("an order that waits for the end of its checkout for more than two minutes is judged as it stands", async () => {
  const { shop, database } = store
  const affiliate = await add()
  const { cartId, email } = await fillCartOf(affiliate)
  const { untilWaiting, letGo } = await holdUpWritesTo(store, "payment")
  const completing = completeCart(shop.storefront, cartId)
  await untilWaiting()
  const [id] = await ordersOf(email)
  await database.sql(
    `UPDATE "order" SET created_at = created_at - interval '3 minutes',
                        updated_at = updated_at - interval '3 minutes' WHERE id = $1`,
    [id]
  )
  try {
    await sweep()
    expect(await readVerdict(store, id!)).toMatchObject({ paid: false })
  } finally {
    await letGo()
  }
  await completing
})

test("an order that was judged, and that Medusa deleted because its checkout failed after the payment, owes nothing any more", async () => {
  const { shop, admin } = store
  const affiliate = await add()
  const { cartId, email } = await fillCartOf(affiliate, {
    provider: "pp_auto_capture_default",
  })
  const { untilWaiting, makeFail } = await holdUpWritesTo(
    store,
    "order_transaction"
  )
  const completing = completeCart(shop.storefront, cartId).catch(String)
  await untilWaiting()
  const [id] = await ordersOf(email)
  await sweep()
  expect(await balanceOf(store, affiliate.id)).toMatchObject({ pending: 20 })
  await makeFail()
  await completing
  expect(await ordersOf(email)).toEqual([])
  const { checks } = ok(await admin.get("/admin/affiliate-health"))
  expect(checks).toContainEqual(
    expect.objectContaining({
      name: "every_credited_order_exists",
      ok: false,
      sample: [id],
    })
  )

  await sweep()
  expect(await balanceOf(store, affiliate.id)).toMatchObject({ pending: 0 })
  expect(await readVerdict(store, id!)).toMatchObject({
    commission_total: 0,
    commissions: [{ amount: 0, status: "clawed_back" }],
  })
  const bonds = await store.database.sql(
    "SELECT id FROM affiliate_attribution WHERE email_normalized = $1",
    [email]
  )
  expect(bonds).toEqual([])
})

test("an order that the merchant cleared away after its commission was released keeps what it earned", async () => {
  const { container } = store
  const affiliate = await addAffiliate(store, {
    program_id: await addProgram(store, { hold_days: 0 }),
  })
  const id = await sell(store, affiliate.code)
  await release(store)
  await container.resolve(Modules.ORDER).deleteOrders([id])
  await sweep()
  await affiliateSweepAllOrders(container)

  expect(await readVerdict(store, id)).toMatchObject({ commission_total: 20 })
  expect(await balanceOf(store, affiliate.id)).toMatchObject({ available: 20 })
})

test("the books agree after all of it", () => expectHealthy(store))
