import type { TFunction } from "i18next"

/** What a sentence needs to be told in the dashboard's language. */
export type Speaker = {
  t: TFunction<"affiliate">
  money: (amount: number, currencyCode: string) => string
  percent: (percent: number) => string
  dateTime: (value: string) => string
  /** A decimal figure without a currency, with the decimals it came with. */
  figure: (decimal: string) => string
}

/** A sentence of the store, and how to tell it; the parts are what differs. */
export type Sentence = {
  pattern: RegExp
  tell: (speaker: Speaker, ...parts: string[]) => string
}

const TIME = "(\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z)"
const FIGURE = "(-?\\d+(?:\\.\\d+)?)"

const sentence = (pattern: string, tell: Sentence["tell"]): Sentence => ({
  pattern: new RegExp(`^${pattern}$`, "s"),
  tell,
})

const OWNERS = ["affiliate", "tier", "program"] as const

/** A rate, with whose it is and how long the commission is held behind it. */
const terms = (
  pattern: string,
  tell: (speaker: Speaker, value: string) => string
): Sentence =>
  sentence(
    `${pattern} from the (${OWNERS.join("|")}), held (\\d+) days`,
    (speaker, value, owner, days) => {
      const whose = OWNERS.find((name) => name === owner)
      return [
        tell(speaker, value),
        whose && speaker.t(`commissions.terms.rateSource.${whose}`),
        speaker.t("commissions.terms.hold", { count: Number(days) }),
      ]
        .filter(Boolean)
        .join(" · ")
    }
  )

const LOOKED_AT: Sentence[] = [
  sentence("an admin's word", ({ t }) => t("widgets.trace.adminsWord")),
  sentence("affiliate codes on the order", ({ t }) => t("widgets.trace.codes")),
  sentence("clicks within the attribution window", ({ t }) =>
    t("widgets.trace.clicks")
  ),
  sentence("the customer's attribution", ({ t }) =>
    t("widgets.trace.attribution")
  ),
  sentence("the buyer", ({ t }) => t("widgets.trace.buyer")),
  sentence("level (\\d+) above the credited affiliate", ({ t }, level) =>
    t("widgets.trace.levelAbove", { level })
  ),
  sentence("affiliate, tier and program", ({ t }) =>
    t("widgets.trace.termsOf")
  ),
  sentence("the order", ({ t }) => t("widgets.trace.order")),
  sentence("the order lines as they stand", ({ t }) =>
    t("widgets.trace.orderLines")
  ),
  sentence("money refunded with no goods back", ({ t }) =>
    t("widgets.trace.goodwill")
  ),
  sentence("what is owed now", ({ t }) => t("widgets.trace.owed")),
]

const FOUND: Sentence[] = [
  sentence("“(.*)” for (.+)", ({ t }, note, name) =>
    t("widgets.trace.noteFor", { note, name })
  ),
  sentence("“(.*)”", ({ t }, note) => t("widgets.trace.note", { note })),
  sentence("none", ({ t }) => t("widgets.trace.none")),
  sentence("(\\d+) outside the window", ({ t }, clicks) =>
    t("widgets.trace.outside", { clicks })
  ),
  sentence("(.+) of (.+), without a discount", ({ t }, code, name) =>
    t("widgets.trace.codeOf", { code, name })
  ),
  sentence(
    `(.+) of (.+), a discount of ${FIGURE}`,
    ({ t, figure }, code, name, amount) =>
      t("widgets.trace.codeWithDiscount", {
        code,
        name,
        amount: figure(amount),
      })
  ),
  sentence(`a click for (.+) at ${TIME}`, ({ t, dateTime }, name, time) =>
    t("widgets.trace.clickFor", { name, time: dateTime(time) })
  ),
  sentence("bound to (.+) for ever", ({ t }, name) =>
    t("widgets.trace.boundForEver", { name })
  ),
  sentence(`bound to (.+) until ${TIME}`, ({ t, dateTime }, name, time) =>
    t("widgets.trace.boundUntil", { name, time: dateTime(time) })
  ),
  sentence("ended before this order", ({ t }) => t("widgets.trace.ended")),
  sentence("is cancelled", ({ t }) => t("widgets.trace.orderCanceled")),
  sentence("is (.+)", ({ t }, name) => t("widgets.trace.buyerIs", { name })),
  sentence(`${FIGURE} ([A-Z]{3})`, ({ money }, amount, currencyCode) =>
    money(Number(amount), currencyCode)
  ),
  sentence(
    `${FIGURE} of ${FIGURE} is left of the order`,
    ({ t, figure }, left, total) =>
      t("widgets.trace.leftOf", { left: figure(left), total: figure(total) })
  ),
  sentence(
    `(level \\d+: ${FIGURE}(?:, level \\d+: ${FIGURE})*)`,
    ({ t, figure }, levels) =>
      levels
        .split(", ")
        .map((part) => {
          const [name, amount] = part.split(": ")
          return t("widgets.trace.levelAmount", {
            level: name.replace("level ", ""),
            amount: figure(amount),
          })
        })
        .join(" · ")
  ),
  terms(`${FIGURE} %`, ({ t, percent }, value) =>
    t("commissions.terms.percentage", { value: percent(Number(value)) })
  ),
  terms(`${FIGURE} per item`, ({ t, figure }, value) =>
    t("commissions.terms.fixed_per_item", { value: figure(value) })
  ),
  terms(`${FIGURE} per order`, ({ t, figure }, value) =>
    t("commissions.terms.fixed_per_order", { value: figure(value) })
  ),
]

const FOLLOWED: Sentence[] = [
  sentence("clicks were looked at next", ({ t }) =>
    t("widgets.trace.clicksNext")
  ),
  sentence("the customer's attribution was looked at next", ({ t }) =>
    t("widgets.trace.attributionNext")
  ),
  sentence("nothing to credit by it", ({ t }) =>
    t("widgets.trace.nothingByIt")
  ),
  sentence("nobody is credited", ({ t }) => t("widgets.trace.nobodyCredited")),
  sentence("something stronger was found", ({ t }) =>
    t("widgets.trace.stronger")
  ),
  sentence("credited, and held until a person has looked at it", ({ t }) =>
    t("widgets.trace.creditedHeld")
  ),
  sentence(
    "passed over: (.+) was pending when the order was placed",
    ({ t }, name) => t("widgets.trace.passedPending", { name })
  ),
  sentence(
    "passed over: (.+) was rejected when the order was placed",
    ({ t }, name) => t("widgets.trace.passedRejected", { name })
  ),
  sentence(
    "passed over: (.+) was suspended when the order was placed",
    ({ t }, name) => t("widgets.trace.passedSuspended", { name })
  ),
  sentence("passed over: the program of (.+) is not active", ({ t }, name) =>
    t("widgets.trace.passedProgram", { name })
  ),
  sentence(
    "passed over: the buyer is (.+): self-referrals are blocked",
    ({ t }, name) => t("widgets.trace.passedSelf", { name })
  ),
  sentence(
    "passed over: the program pays for new customers only, and this one bought before",
    ({ t }) => t("widgets.trace.passedReturning")
  ),
  sentence("(.+) is credited", ({ t }, name) =>
    t("widgets.trace.credited", { name })
  ),
  sentence(`earns ${FIGURE} % of the order`, ({ t, percent }, value) =>
    t("widgets.trace.earnsOrder", { percent: percent(Number(value)) })
  ),
  sentence(`earns ${FIGURE} % of the commission`, ({ t, percent }, value) =>
    t("widgets.trace.earnsCommission", { percent: percent(Number(value)) })
  ),
  sentence("earns nothing: is the buyer", ({ t }) =>
    t("widgets.trace.earnsNothingSelf")
  ),
  sentence(
    "earns nothing: was (?:pending|rejected|suspended) when the order was placed",
    ({ t }) => t("widgets.trace.earnsNothingStatus")
  ),
  sentence("pinned for this order", ({ t }) => t("widgets.trace.pinned")),
  sentence("nothing is owed", ({ t }) => t("widgets.trace.nothingOwed")),
  sentence("commissions are computed on that", ({ t }) =>
    t("widgets.trace.computedOnThat")
  ),
  sentence("every commission of the order is scaled by that", ({ t }) =>
    t("widgets.trace.scaled")
  ),
  sentence("the ledger was brought to that", ({ t }) =>
    t("widgets.trace.brought")
  ),
]

/**
 * The store tells its traces in English; these are its sentences. One that is
 * not here (of a newer or an older store) is shown as the store wrote it.
 */
export const TRACE_SENTENCES = {
  looked_at: LOOKED_AT,
  found: FOUND,
  followed: FOLLOWED,
}
