/** What a notice says of a payment. */
export type PaymentSays = "paid" | "processing" | "failed" | "returned"

/** The payout that a notice is about, as the books have it. */
export interface NoticedPayout {
  display_id: number
  status: "pending" | "processing" | "paid" | "failed" | "canceled"
  provider: string
  attempt: number
  /** Whether it was paid and all of it came back. */
  came_back: boolean
  /** What its provider calls it, where that is known. */
  reference: string | null
}

/** A notice about one attempt of a payout. */
export interface PaymentNotice {
  provider: string
  attempt: number
  says: PaymentSays
  /** What the provider calls the payment it speaks of, where it says so. */
  reference?: string
}

/** What is known of an attempt that is over. */
export interface OldAttempt {
  /** The books have it as paid, and as come back since. */
  was_paid: boolean
  /** The provider has said that its money came back. */
  said_returned: boolean
}

export type NoticeVerdict =
  /** What it says is recorded. */
  | { does: "record" }
  /** Money came back of what was paid. */
  | { does: "return" }
  /** It was paid, which nobody had said yet, and money came back. */
  | { does: "pay_and_return" }
  /** Known, late or doubled. */
  | { does: "nothing"; because: string }
  /** The books and the provider do not agree: a person has to look. */
  | { does: "alarm"; because: string }

const nothing = (because: string): NoticeVerdict => ({
  does: "nothing",
  because,
})

const alarm = (because: string): NoticeVerdict => ({ does: "alarm", because })

/**
 * What follows from a notice. Services deliver late, twice and in any order, so
 * that whatever order a payment's notices come in leads to the same books;
 * where no order of them could, it is said aloud and nothing is moved.
 */
export const judgePaymentNotice = (
  payout: NoticedPayout,
  notice: PaymentNotice,
  old: OldAttempt
): NoticeVerdict => {
  const number = `Payout ${payout.display_id}`
  if (notice.attempt > payout.attempt) {
    return alarm(
      `${number} was never tried a ${notice.attempt}. time: the notice is of an attempt that these books do not have`
    )
  }
  if (notice.attempt < payout.attempt) {
    return judgeOldAttempt(number, notice, old)
  }
  if (notice.provider !== payout.provider) {
    return alarm(
      `${number} goes through ${payout.provider}, and the notice came from ${notice.provider}`
    )
  }
  switch (payout.status) {
    case "processing":
      if (isOfAnother(payout, notice)) {
        return nothing(
          `It is about ${notice.reference}, and ${number.toLowerCase()} is ${payout.reference} at ${payout.provider}`
        )
      }
      return { does: notice.says === "returned" ? "pay_and_return" : "record" }
    case "paid":
      return judgePaid(number, notice)
    case "failed":
      return payout.came_back
        ? nothing(`The money of ${number.toLowerCase()} came back already`)
        : judgeFailed(number, notice, old)
    case "pending":
    case "canceled":
      return notice.says === "paid" && !old.said_returned
        ? alarm(
            `${number} is ${payout.status}, and its money was sent all the same: the affiliate has it twice once it is paid out again`
          )
        : nothing(`${number} is ${payout.status}`)
  }
}

/**
 * A service may let a refused payment's key be used for another one: that the
 * first did not arrive must not give back the money of the second.
 */
const isOfAnother = (
  payout: NoticedPayout,
  { says, reference }: PaymentNotice
): boolean =>
  (says === "failed" || says === "returned") &&
  reference !== undefined &&
  payout.reference !== null &&
  reference !== payout.reference

const judgePaid = (number: string, { says }: PaymentNotice): NoticeVerdict => {
  switch (says) {
    case "returned":
      return { does: "return" }
    case "failed":
      return alarm(
        `${number} was recorded as paid, and its money did not arrive: see to it at the provider, then reverse it or leave it`
      )
    case "paid":
    case "processing":
      return nothing(`${number} is paid already`)
  }
}

const judgeFailed = (
  number: string,
  { says }: PaymentNotice,
  old: OldAttempt
): NoticeVerdict =>
  says === "paid" && !old.said_returned
    ? alarm(
        `${number} was recorded as failed and its money given back, and it arrived after all: take it back at the provider or from the affiliate`
      )
    : nothing(`${number} failed, and its money is available again`)

const judgeOldAttempt = (
  number: string,
  { attempt, says }: PaymentNotice,
  old: OldAttempt
): NoticeVerdict => {
  if (says !== "paid" || old.was_paid || old.said_returned) {
    return nothing(
      `It is about attempt ${attempt} of ${number.toLowerCase()}, which is over`
    )
  }
  return alarm(
    `Attempt ${attempt} of ${number.toLowerCase()} was recorded as failed, and its money arrived after all, beside a later attempt: take one of them back at the provider or from the affiliate`
  )
}
