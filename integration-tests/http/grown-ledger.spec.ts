import {
  buy,
  cancelOrder,
  lineOf,
  ok,
  readOrder,
  refund,
  returnGoods,
  useStore,
} from "../harness"
import {
  giveMoney,
  saveBankAccount,
  makeAffiliate,
  WITH_ENCRYPTION,
} from "../support/affiliates"
import {
  forgetReads,
  growLedger,
  tablesReadWhole,
} from "../support/grown-ledger"
import { payOut, release, requestPayout, sell } from "../support/paying"
import { addAffiliate, addProgram } from "../support/programs"
import { WITHOUT_SCHEDULE } from "../support/servers"
import { click, remember } from "../support/touches"
import { readVerdict, untilReconciled } from "../support/verdicts"

/**
 * However large the ledger has become, nothing that concerns one order or one affiliate reads all of it. Postgres tells
 * how many rows were read of each table without an index.
 */
const store = useStore({ env: { ...WITH_ENCRYPTION, ...WITHOUT_SCHEDULE } })

beforeAll(async () => {
  await growLedger(store)
})

test("an order is judged, refunded, returned, attributed by hand, held and cancelled by what concerns it alone", async () => {
  const { shop, admin } = store
  const program_id = await addProgram(store, {
    levels: [{ level: 2, percent: 5, basis: "order" }],
    new_customers_only: true,
  })
  const parent = await addAffiliate(store, { program_id })
  const affiliate = await addAffiliate(store, {
    program_id,
    parent_id: parent.id,
  })
  const other = await addAffiliate(store, { program_id })
  await forgetReads(store)

  await click(shop, other.code, "a visitor of the test")
  const { id } = await buy(shop, {
    items: [{ ware: shop.shirt, quantity: 2 }],
    provider: "pp_auto_capture_default",
    beforePayment: remember({
      code: affiliate.code,
      visitor_id: "a visitor of the test",
    }),
  })
  const { commissions } = await untilReconciled(store, id)
  const path = `/admin/affiliate-commissions/${commissions[0]!.id}`
  ok(await admin.post(`${path}/hold`, { reason: "for the test" }))
  ok(await admin.post(`${path}/unhold`, {}))
  await refund(shop, id, 10)
  await untilReconciled(store, id)
  const shirts = lineOf(await readOrder(shop, id), shop.shirt.title)
  await returnGoods(shop, id, [{ lineId: shirts.id, quantity: 1 }])
  await untilReconciled(store, id)
  ok(
    await admin.post(`/admin/affiliate-orders/${id}/attribute`, {
      affiliate_id: other.id,
      note: "for the test",
    })
  )
  await readVerdict(store, id)
  const canceled = await sell(store, affiliate.code)
  await cancelOrder(shop, canceled)
  await untilReconciled(store, canceled)
  expect(await tablesReadWhole(store)).toEqual([])
})

test("a commission is released, requested, canceled, taken back inside a payout and paid out likewise", async () => {
  const { shop } = store
  const program_id = await addProgram(store, { hold_days: 0 })
  const affiliate = await makeAffiliate(store, { program_id })
  await forgetReads(store)

  await saveBankAccount(affiliate)
  const order = await sell(store, affiliate.code)
  await giveMoney(store, affiliate.id, 30)
  await release(store)
  const { payout } = ok(
    await affiliate.api.post("/affiliate/payouts", { currency_code: "usd" })
  )
  ok(await affiliate.api.post(`/affiliate/payouts/${payout.id}/cancel`))
  await requestPayout(store, affiliate.id)
  await refund(shop, order, 10)
  await untilReconciled(store, order)
  ok(await affiliate.api.get("/affiliate/payouts/summary"))
  await cancelOrder(shop, order)
  await untilReconciled(store, order)
  await giveMoney(store, affiliate.id, 40)
  await payOut(store, affiliate.id)
  expect(await tablesReadWhole(store)).toEqual([])
})

test("what an affiliate reads of itself is read by what concerns it alone", async () => {
  const program_id = await addProgram(store, { hold_days: 0 })
  const affiliate = await makeAffiliate(store, { program_id })
  const { api } = affiliate
  ok(
    await api.post("/affiliate/links", {
      destination_url: "http://localhost:8000/",
    })
  )
  await sell(store, affiliate.code)
  await forgetReads(store)

  ok(await api.get("/affiliate/dashboard"))
  ok(await api.get("/affiliate/statement", { format: "json" }))
  ok(await api.get("/affiliate/links"))
  ok(await api.get("/affiliate/commissions"))
  expect(await tablesReadWhole(store)).toEqual([])
})
