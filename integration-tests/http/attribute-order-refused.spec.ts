import { ok, useStore } from "../harness"
import { placeOrderA } from "../support/order-a"
import { sell } from "../support/paying"
import { addAffiliate, addProgram } from "../support/programs"
import { expectHealthy, readVerdict } from "../support/verdicts"

/** What the merchant's word cannot do, and what pressing reconcile does. */
const store = useStore()

let program_id: string
beforeAll(async () => {
  program_id = await addProgram(store)
})

const add = (name: string, fields = {}) =>
  addAffiliate(store, { name, program_id, ...fields })

const attribute = (
  orderId: string,
  affiliate_id: unknown,
  note: unknown = "they sent the customer"
) =>
  store.admin.post(`/admin/affiliate-orders/${orderId}/attribute`, {
    affiliate_id,
    note,
  })

/** Everything that the ledger and the verdicts hold, to see that nothing changed. */
const books = () =>
  store.database.sql(
    `SELECT (SELECT json_agg(v ORDER BY id) FROM affiliate_conversion v) AS verdicts,
            (SELECT json_agg(c ORDER BY id) FROM affiliate_commission c) AS commissions,
            (SELECT json_agg(e ORDER BY id) FROM affiliate_entry e) AS entries,
            (SELECT json_agg(b ORDER BY id) FROM affiliate_balance b) AS balances`
  )

describe("attributing an order is refused, and nothing changes,", () => {
  test.each(["suspend", "reject"] as const)(
    "to an affiliate whom the merchant chose to %s",
    async (action) => {
      const { admin } = store
      const { id } = await placeOrderA(store, { affiliate: { program_id } })
      const other = await add("Other")
      if (action === "reject") {
        await store.database.sql(
          "UPDATE affiliate SET status = 'pending' WHERE id = $1",
          [other.id]
        )
      }
      ok(await admin.post(`/admin/affiliates/${other.id}/${action}`))
      const before = await books()
      const refused = await attribute(id, other.id)
      expect(refused.status).toBe(400)
      expect(refused.body.message).toContain("only an approved affiliate")
      expect(await books()).toEqual(before)
    }
  )

  test("to an affiliate of a program that is not active", async () => {
    const { admin } = store
    const closed = await addProgram(store)
    const other = await add("Other", { program_id: closed })
    ok(
      await admin.post(`/admin/affiliate-programs/${closed}`, {
        status: "inactive",
      })
    )
    const id = await sell(store, (await add("First")).code)
    const before = await books()
    expect((await attribute(id, other.id)).status).toBe(400)
    expect(await books()).toEqual(before)
  })

  test.each([
    ["an affiliate that does not exist", "aff_nobody", "because"],
    ["no affiliate and not nobody either", undefined, "because"],
    ["a number", 7, "because"],
    ["somebody without a word why", null, undefined],
    ["somebody with an empty word", null, "  "],
  ])("to %s", async (_, affiliate_id, note) => {
    const id = await sell(store, (await add("First")).code)
    const before = await books()
    const refused = await store.admin.post(
      `/admin/affiliate-orders/${id}/attribute`,
      { affiliate_id, note }
    )
    expect(refused.status).toBe(400)
    expect(await books()).toEqual(before)
  })
})
describe("an order that is not there", () => {
  test.each([
    ["read", "GET", ""],
    ["reconciled", "POST", "/reconcile"],
    ["attributed", "POST", "/attribute"],
  ])("cannot be %s: 404", async (_, method, path) => {
    const address = `/admin/affiliate-orders/order_nowhere${path}`
    const { status } =
      method === "GET"
        ? await store.admin.get(address)
        : await store.admin.post(
            address,
            path === "/attribute" ? { affiliate_id: null, note: "why" } : {}
          )
    expect(status).toBe(404)
  })
})

test("reconciling an order that is as it should be changes nothing, and answers it", async () => {
  const { id } = await placeOrderA(store, { affiliate: { program_id } })
  const before = await readVerdict(store, id)
  const { affiliate_order } = ok(
    await store.admin.post(`/admin/affiliate-orders/${id}/reconcile`)
  )
  expect(affiliate_order.commissions[0].entries).toEqual(
    before.commissions[0]?.entries
  )
  expect(affiliate_order.commission_total).toBe(39.6)
})

test("the books agree after all of it", () => expectHealthy(store))
