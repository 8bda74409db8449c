import fc from "fast-check"
import {
  LOOK_UPS_MAX,
  minutesToNextLookUp,
} from "../../src/modules/affiliate/domain/look-ups"
import {
  payoutKey,
  readPayoutKey,
} from "../../src/modules/affiliate/domain/payout"
import {
  judgePaymentNotice,
  type NoticedPayout,
  type OldAttempt,
  type PaymentSays,
} from "../../src/modules/affiliate/domain/payout-notice"

const NEW: OldAttempt = { was_paid: false, said_returned: false }

const payout = (changes: Partial<NoticedPayout> = {}): NoticedPayout => ({
  display_id: 7,
  status: "processing",
  provider: "wire",
  attempt: 1,
  came_back: false,
  reference: null,
  ...changes,
})

const judge = (
  changes: Partial<NoticedPayout>,
  says: PaymentSays,
  { attempt = 1, provider = "wire", old = NEW } = {}
) => judgePaymentNotice(payout(changes), { provider, attempt, says }, old)

test.each([
  ["processing", "paid", "record"],
  ["processing", "failed", "record"],
  ["processing", "processing", "record"],
  ["processing", "returned", "pay_and_return"],
  ["paid", "paid", "nothing"],
  ["paid", "processing", "nothing"],
  ["paid", "returned", "return"],
  ["paid", "failed", "alarm"],
  ["failed", "failed", "nothing"],
  ["failed", "processing", "nothing"],
  ["failed", "returned", "nothing"],
  ["failed", "paid", "alarm"],
  ["canceled", "paid", "alarm"],
  ["canceled", "returned", "nothing"],
  ["pending", "paid", "alarm"],
  ["pending", "processing", "nothing"],
] as const)("a payout %s of which is said: %s → %s", (status, says, does) => {
  expect(judge({ status }, says).does).toBe(does)
})

test("a failure of another payment with the same key is not the payout's", () => {
  const says = (
    said: PaymentSays,
    reference: string | undefined,
    known: string | null
  ) =>
    judgePaymentNotice(
      payout({ reference: known }),
      { provider: "wire", attempt: 1, says: said, reference },
      NEW
    ).does
  expect(says("failed", "first", "second")).toBe("nothing")
  expect(says("returned", "first", "second")).toBe("nothing")
  expect(says("failed", "second", "second")).toBe("record")
  expect(says("failed", "first", null)).toBe("record")
  expect(says("failed", undefined, "second")).toBe("record")
  // Whatever it is called: money that arrived has arrived.
  expect(says("paid", "first", "second")).toBe("record")
})

test("what is said of a payout that came back changes nothing", () => {
  for (const says of ["paid", "processing", "failed", "returned"] as const)
    expect(judge({ status: "failed", came_back: true }, says).does).toBe(
      "nothing"
    )
})

test("money of an attempt that failed and arrived all the same is an alarm, until it is said to have come back", () => {
  const late = (old: Partial<OldAttempt> = {}, says: PaymentSays = "paid") =>
    judge({ status: "paid", attempt: 2 }, says, { old: { ...NEW, ...old } })
  expect(late()).toMatchObject({
    does: "alarm",
    because: expect.stringContaining("Attempt 1 of payout 7"),
  })
  expect(late({ said_returned: true }).does).toBe("nothing")
  expect(late({ was_paid: true }).does).toBe("nothing")
  for (const says of ["failed", "processing", "returned"] as const)
    expect(late({}, says).does).toBe("nothing")
})

test("an attempt that nobody made, and a notice from another provider, are alarms", () => {
  expect(judge({}, "paid", { attempt: 2 }).does).toBe("alarm")
  expect(judge({}, "paid", { provider: "other" }).does).toBe("alarm")
})

/** A payout that does what verdicts say, as the books do; how often it was paid, and came back. */
const play = (notices: PaymentSays[]) => {
  const books = { ...payout(), paid: 0, back: 0, alarms: 0 }
  let said_returned = false
  for (const says of notices) {
    const { does } = judgePaymentNotice(
      books,
      { provider: "wire", attempt: 1, says },
      { was_paid: books.paid > 0, said_returned }
    )
    said_returned ||= says === "returned"
    if (does === "alarm") books.alarms++
    if (does === "pay_and_return" || (does === "record" && says === "paid")) {
      books.status = "paid"
      books.paid++
    }
    if (does === "return" || does === "pay_and_return") {
      books.status = "failed"
      books.came_back = true
      books.back++
    }
    if (does === "record" && says === "failed") books.status = "failed"
  }
  return books
}

/** Each once or more, in any order. */
const anyOrder = (said: PaymentSays[]) =>
  fc.array(fc.constantFrom(...said), { maxLength: 6 }).chain((more) =>
    fc.shuffledSubarray([...said, ...more], {
      minLength: said.length + more.length,
    })
  )

test("whatever order a payment's notices come in, and however often, the books end the same", () => {
  fc.assert(
    fc.property(anyOrder(["processing", "paid"]), (notices) => {
      expect(play(notices)).toMatchObject({
        status: "paid",
        paid: 1,
        alarms: 0,
      })
    })
  )
  fc.assert(
    fc.property(anyOrder(["processing", "paid", "returned"]), (notices) => {
      expect(play(notices)).toMatchObject({
        status: "failed",
        came_back: true,
        paid: 1,
        back: 1,
        alarms: 0,
      })
    })
  )
  fc.assert(
    fc.property(anyOrder(["processing", "failed"]), (notices) => {
      expect(play(notices)).toMatchObject({ status: "failed", paid: 0 })
    })
  )
})

test("a key is read back, and what is none of ours is not", () => {
  expect(readPayoutKey(payoutKey("affpay_01JX", 12))).toEqual({
    payout_id: "affpay_01JX",
    attempt: 12,
  })
  for (const key of [
    "",
    "tr_1",
    "affpay_1",
    "affpay_1-0",
    "affpay_1-1-x",
    "x-1",
  ])
    expect(readPayoutKey(key)).toBeNull()
})

test("a look-up comes later each time, then daily, and there is a last one", () => {
  expect([0, 1, 2, 3, 4, 5].map(minutesToNextLookUp)).toEqual([
    1, 5, 30, 120, 1440, 1440,
  ])
  expect(minutesToNextLookUp(LOOK_UPS_MAX - 1)).toBe(1440)
  expect(minutesToNextLookUp(LOOK_UPS_MAX)).toBeNull()
})
