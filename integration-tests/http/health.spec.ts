import { buy, ok, useStore } from "../harness"
import { affiliateService, WITH_ENCRYPTION } from "../support/affiliates"
import { placeOrderA, type OrderA } from "../support/order-a"
import {
  columnsOf,
  deleteEntries,
  examine,
  expectOnly,
  insertEntry,
} from "../support/broken-promises"
import { unique } from "../support/people"
import {
  putBankOnFile,
  release,
  requestPayout,
  payOut,
} from "../support/paying"
import { addAffiliate, addProgram } from "../support/programs"
import { WITHOUT_SCHEDULE } from "../support/servers"
import { expectHealthy, untilReconciled } from "../support/verdicts"
import affiliateAudit from "../../src/scripts/affiliate-audit"

/**
 * The audit finds every promise that is broken, and only that. Each is broken
 * by hand in the database, past all that guards it, and mended again.
 */
const store = useStore({ env: { ...WITH_ENCRYPTION, ...WITHOUT_SCHEDULE } })

/** A pending order, a released one, and one of which the money was paid. */
let pending: OrderA
let released: OrderA
let paid: OrderA
let payoutId: string
let paidOutId: string
let noticeId: string
/** An order that nobody was credited for, captured. */
let uncredited: string

beforeAll(async () => {
  const { shop } = store
  const program_id = await addProgram(store, { hold_days: 0 })
  pending = await placeOrderA(store)
  paid = await placeOrderA(store, { affiliate: { program_id } })
  await putBankOnFile(store, paid.affiliate.id)
  await release(store)
  paidOutId = await payOut(store, paid.affiliate.id)
  released = await placeOrderA(store, { affiliate: { program_id } })
  await putBankOnFile(store, released.affiliate.id)
  await release(store)
  payoutId = await requestPayout(store, released.affiliate.id, 10)
  const { id } = await buy(shop, {
    items: [{ ware: shop.mug }],
    provider: "pp_auto_capture_default",
  })
  uncredited = id
  const notice = await affiliateService(store).createAffiliatePayoutNotices({
    provider: "manual",
    event_id: "event-1",
    type: "other",
    says: "ping",
    state: "handled",
    received_at: new Date(),
  })
  noticeId = notice.id
  await untilReconciled(store, id)
})

const NAMES = [
  "balance_is_sum_of_entries",
  "commission_is_sum_of_its_entries",
  "commission_is_sum_of_its_lines",
  "conversion_is_sum_of_its_commissions",
  "commission_stands_where_its_status_says",
  "requested_is_open_payouts",
  "paid_is_paid_payouts",
  "payout_is_sum_of_its_items",
  "returned_is_what_came_back",
  "every_payout_under_way_is_heard_of",
  "every_payout_notice_is_handled",
  "nothing_released_before_its_time",
  "every_paid_order_has_a_verdict",
  "every_credited_order_exists",
  "every_verdict_is_up_to_date",
  "no_reconcile_would_post_anything",
]

test("a sound store has sixteen checks, all of them looked at something", async () => {
  const { ok: fine, checks } = await examine(store)
  expect(fine).toBe(true)
  expect(checks.map(({ name }) => name).sort()).toEqual([...NAMES].sort())
  for (const check of checks) {
    expect(check).toMatchObject({ ok: true, failures: 0, sample: [] })
    expect(check.checked).toBeGreaterThan(0)
  }
})

test("a balance that is not the sum of its entries", () =>
  expectOnly(store, "balance_is_sum_of_entries", {
    broken: `UPDATE affiliate_balance SET available = available + 0.01 WHERE affiliate_id = '${pending.affiliate.id}'`,
    mended: `UPDATE affiliate_balance SET available = available - 0.01 WHERE affiliate_id = '${pending.affiliate.id}'`,
    sample: [`${pending.affiliate.id}/usd/available`],
  }))

test("a commission that is not the sum of its entries", async () => {
  const { admin } = store
  const { id } = await addAffiliate(store, {
    program_id: await addProgram(store),
  })
  const adjust = async () =>
    ok(
      await admin.post("/admin/affiliate-adjustments", {
        affiliate_id: id,
        currency_code: "usd",
        amount: 5,
        reason: "for the test",
      })
    ).commission.id
  const [one, other] = [await adjust(), await adjust()]
  const [plus, minus] = [unique("affent_"), unique("affent_")]
  const columns = { affiliate_id: id, account: "available" }
  await expectOnly(store, "commission_is_sum_of_its_entries", {
    broken: [
      insertEntry(plus, { ...columns, commission_id: one, amount: "1" }),
      insertEntry(minus, { ...columns, commission_id: other, amount: "-1" }),
    ].join("; "),
    mended: deleteEntries(plus, minus),
    sample: [one, other],
  })
})

const commissionId = async (order: OrderA) =>
  (await untilReconciled(store, order.id)).commissions[0]!.id

test("a commission that is not the sum of its lines", async () => {
  const line = `affiliate_commission_line WHERE order_line_id = '${pending.mug}'`
  await expectOnly(store, "commission_is_sum_of_its_lines", {
    broken: `UPDATE ${line.replace(" WHERE", " SET amount = 3.61 WHERE")}`,
    mended: `UPDATE ${line.replace(" WHERE", " SET amount = 3.60 WHERE")}`,
    sample: [await commissionId(pending)],
  })
})

test("a verdict that is not the sum of its commissions", () =>
  expectOnly(store, "conversion_is_sum_of_its_commissions", {
    broken: `UPDATE affiliate_conversion SET commission_total = 40 WHERE order_id = '${pending.id}'`,
    mended: `UPDATE affiliate_conversion SET commission_total = 39.6 WHERE order_id = '${pending.id}'`,
    sample: [pending.id],
  }))

test("a commission whose status is not where its money is", async () => {
  const id = await commissionId(pending)
  await expectOnly(store, "commission_stands_where_its_status_says", {
    broken: `UPDATE affiliate_commission SET status = 'available' WHERE id = '${id}'`,
    mended: `UPDATE affiliate_commission SET status = 'pending' WHERE id = '${id}'`,
    sample: [id],
  })
})

test.each([
  ["requested", "requested_is_open_payouts"],
  ["paid", "paid_is_paid_payouts"],
])("a balance with more %s than payouts say", async (account, name) => {
  const affiliate_id = pending.affiliate.id
  const id = unique("affent_")
  const book = (sign: "+" | "-") =>
    `UPDATE affiliate_balance SET ${account} = ${account} ${sign} 1 WHERE affiliate_id = '${affiliate_id}'`
  await expectOnly(store, name, {
    broken: `${book("+")}; ${insertEntry(id, { affiliate_id, account, amount: "1" })}`,
    mended: `${book("-")}; ${deleteEntries(id)}`,
    sample: [`${affiliate_id}/usd`],
  })
})

test("a payout that is not the sum of its items", () =>
  expectOnly(store, "payout_is_sum_of_its_items", {
    broken: `UPDATE affiliate_payout_item SET amount = 9.99 WHERE payout_id = '${payoutId}'`,
    mended: `UPDATE affiliate_payout_item SET amount = 10 WHERE payout_id = '${payoutId}'`,
    sample: [payoutId],
  }))

test("a payout that says more came back than was booked", () =>
  expectOnly(store, "returned_is_what_came_back", {
    broken: `UPDATE affiliate_payout_item SET returned_amount = 0.01 WHERE payout_id = '${paidOutId}'`,
    mended: `UPDATE affiliate_payout_item SET returned_amount = 0 WHERE payout_id = '${paidOutId}'`,
    sample: [paidOutId],
  }))

test("a payout of which nobody could say what became of it", () =>
  expectOnly(store, "every_payout_under_way_is_heard_of", {
    broken: `UPDATE affiliate_payout SET status = 'processing', stuck_at = now() WHERE id = '${payoutId}'`,
    mended: `UPDATE affiliate_payout SET status = 'pending', stuck_at = NULL WHERE id = '${payoutId}'`,
    sample: [payoutId],
  }))

test("a notice of a payout provider that was not handled", () =>
  expectOnly(store, "every_payout_notice_is_handled", {
    broken: `UPDATE affiliate_payout_notice SET state = 'failed' WHERE id = '${noticeId}'`,
    mended: `UPDATE affiliate_payout_notice SET state = 'handled' WHERE id = '${noticeId}'`,
    sample: [noticeId],
  }))

test("a commission released before its time", async () => {
  const id = await commissionId(released)
  const set = (value: string) =>
    `UPDATE affiliate_commission SET available_at = released_at ${value} WHERE id = '${id}'`
  await expectOnly(store, "nothing_released_before_its_time", {
    broken: set("+ interval '1 day'"),
    mended: set("- interval '1 second'"),
    sample: [id],
  })
})

test("a paid order that nobody judged", async () => {
  await expectOnly(store, "every_paid_order_has_a_verdict", {
    broken: `CREATE TABLE aside AS SELECT * FROM affiliate_conversion WHERE order_id = '${uncredited}';
             DELETE FROM affiliate_conversion WHERE order_id = '${uncredited}'`,
    mended: `ALTER TABLE aside DROP COLUMN raw_base_total, DROP COLUMN raw_commission_total;
             INSERT INTO affiliate_conversion (${await columnsOf(store, "affiliate_conversion")})
             SELECT ${await columnsOf(store, "affiliate_conversion")} FROM aside; DROP TABLE aside`,
    sample: [uncredited],
  })
})

test("a verdict on an order that changed since", () =>
  expectOnly(store, "every_verdict_is_up_to_date", {
    broken: `UPDATE affiliate_conversion SET order_stamp = '~' || order_stamp WHERE order_id = '${pending.id}'`,
    mended: `UPDATE affiliate_conversion SET order_stamp = substr(order_stamp, 2) WHERE order_id = '${pending.id}'`,
    sample: [pending.id],
  }))

test("an order whose commission is not what it owes", () => {
  const terms = (value: string) =>
    `UPDATE affiliate_conversion SET terms = jsonb_set(terms, '{commission_value}', '"${value}"')
      WHERE order_id = '${pending.id}'`
  return expectOnly(store, "no_reconcile_would_post_anything", {
    broken: terms("10"),
    mended: terms("20"),
    sample: [pending.id],
  })
})

test("the command ends well on a sound store, and with an error where something is wrong", async () => {
  const { container, database } = store
  const audit = () => affiliateAudit({ container, args: [] })
  await expect(audit()).resolves.toBeUndefined()
  const total = (value: number) =>
    database.sql(
      `UPDATE affiliate_conversion SET commission_total = ${value} WHERE order_id = '${pending.id}'`
    )
  await total(40)
  await expect(audit()).rejects.toThrow("The affiliate books do not agree")
  await total(39.6)
  await expect(audit()).resolves.toBeUndefined()
})

test("recomputes the newest orders unless all are asked for, and takes no other question", async () => {
  const { admin } = store
  await expectHealthy(store)
  expect((await admin.get("/admin/affiliate-health?deep=maybe")).status).toBe(
    400
  )
  expect((await admin.get("/admin/affiliate-health?fix=true")).status).toBe(400)
  expect((await store.api.get("/admin/affiliate-health")).status).toBe(401)
})
