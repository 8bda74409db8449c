import {
  createStep,
  createWorkflow,
  WorkflowResponse,
  type ReturnWorkflow,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { ok, recordEvents, useStore, type EventRecord } from "../harness"
import {
  holdCommissionWorkflow,
  markPayoutPaidWorkflow,
  requestPayoutWorkflow,
  savePayoutMethodWorkflow,
  unholdCommissionWorkflow,
} from "../../src/workflows"
import {
  BANK,
  expectSoundPayouts,
  giveMoney,
  makeAffiliate,
  makePayee,
  moneyOf,
  saveBankAccount,
  WITH_ENCRYPTION,
} from "../support/affiliates"
import { placeOrderA } from "../support/order-a"
import { unique } from "../support/people"
import { readVerdict } from "../support/verdicts"

/** What is left when a store builds on a use case, and a later step of its own fails. */
const store = useStore({ env: WITH_ENCRYPTION })

let heard: EventRecord
beforeAll(() => {
  heard = recordEvents(store.container)
})

afterEach(() => expectSoundPayouts(store))

const failStep = createStep("affiliate-test-fail-payout", async () => {
  throw new Error("a store's own step failed")
})

/** Runs a use case that goes well inside a workflow that does not. */
async function runAndFail<Input>(
  useCase: ReturnWorkflow<Input, unknown, []>,
  input: NoInfer<Input>
): Promise<void> {
  const failing = createWorkflow(
    unique(`affiliate-test-${useCase.getName()}-`),
    (given: WorkflowData<Input>) => {
      useCase.runAsStep({ input: given as never })
      failStep()
      return new WorkflowResponse(null)
    }
  )
  const { errors } = await failing(store.container).run({
    input: input as never,
    throwOnError: false,
  })
  expect(errors.map(({ error }) => error.message)).toEqual([
    "a store's own step failed",
  ])
}

test("a payout that was requested is canceled: the money comes back, with entries of its own", async () => {
  const ada = await makePayee(store, [30])
  heard.clear()
  await runAndFail(requestPayoutWorkflow, {
    affiliate_id: ada.id,
    currency_code: "usd",
    requested_by: "affiliate",
  })
  expect(await moneyOf(store, ada.id)).toMatchObject({
    available: 30,
    requested: 0,
  })
  const { payouts } = ok(await ada.api.get("/affiliate/payouts"))
  expect(payouts).toMatchObject([{ status: "canceled", amount: 30 }])
  expect(heard.names("affiliate.payout")).toEqual([])
  expect(
    ok(await ada.api.post("/affiliate/payouts", { currency_code: "usd" }))
      .payout.amount
  ).toBe(30)
})

test("money that was marked as paid stays paid: a fact is not undone", async () => {
  const ada = await makePayee(store, [30])
  const { payout } = ok(
    await ada.api.post("/affiliate/payouts", { currency_code: "usd" })
  )
  await runAndFail(markPayoutPaidWorkflow, { id: payout.id })
  expect(await moneyOf(store, ada.id)).toMatchObject({ requested: 0, paid: 30 })
})

test("a first payout method is off file again, one that was replaced is back and still opens", async () => {
  const ada = await makeAffiliate(store)
  const other = { account_holder: "Other", iban: "GB29NWBK60161331926819" }
  const input = { affiliate_id: ada.id, provider: "manual", details: other }
  await runAndFail(savePayoutMethodWorkflow, input)
  expect(
    ok(await ada.api.get("/affiliate/payout-method")).payout_method
  ).toBeNull()

  await saveBankAccount(ada, BANK)
  await runAndFail(savePayoutMethodWorkflow, input)
  await giveMoney(store, ada.id, 10)
  const { payout } = ok(
    await ada.api.post("/affiliate/payouts", { currency_code: "usd" })
  )
  expect(payout.destination_masked).toEqual({
    account_holder: "Ada Lovelace",
    iban: "•••• 3000",
  })
  ok(await store.admin.post(`/admin/affiliate-payouts/${payout.id}/process`))
  const { body } = await store.admin.get(
    `/admin/affiliate-payouts/export?ids[]=${payout.id}`
  )
  expect(body).toContain("Ada Lovelace,DE89370400440532013000")
})

test("a hold is lifted and a lifted hold is put back, with its reason", async () => {
  const { id: order_id } = await placeOrderA(store)
  const [{ id }] = (await readVerdict(store, order_id)).commissions
  const hold = async () => {
    const { commission } = ok(
      await store.admin.get(`/admin/affiliate-commissions/${id}`)
    )
    return [commission.held, commission.hold_source, commission.hold_reason]
  }
  await runAndFail(holdCommissionWorkflow, {
    id,
    source: "person",
    reason: "odd",
  })
  expect(await hold()).toEqual([false, null, null])

  await holdCommissionWorkflow(store.container).run({
    input: { id, source: "risk", reason: "same address" },
  })
  await runAndFail(unholdCommissionWorkflow, { id, reason: "fine" })
  expect(await hold()).toEqual([true, "risk", "same address"])
})
