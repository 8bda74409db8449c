import { ok, type Currency } from "../../harness"
import { Fraction, NONE } from "../../support/fraction"
import { isByService, Payout, worthOf } from "../model/payout"
import { refusalOf, retryRefusalOf } from "../model/payout-refusal"
import { MONEY, Partner, World } from "../world/world"
import { Action, expectRefused } from "./action"
import { arrives, paymentOf, wasSent } from "./services"

function chooseAmount(
  { random, model }: World,
  { affiliate }: Partner,
  currency: string
): Fraction | null {
  if (random.chance(0.5)) return null
  const { digits } = MONEY[currency as Currency]
  const available = model.ledger.balance(affiliate, currency, "available")
  const percent = Fraction.of(random.between(20, 110)).dividedBy(
    Fraction.of(100)
  )
  const amount = available.times(percent).floored(digits)
  return amount.compare(NONE) > 0 ? amount : Fraction.of(5)
}

/** Asks for money, whether it may be had or not. */
const request: Action = {
  name: "request a payout",
  weight: 26,
  asks: "plugin",
  plan: (world) => {
    const { random, model, partners, store } = world
    const rich = partners.flatMap((partner) =>
      ["usd", "eur", "jpy", "kwd"]
        .filter(
          (currency) =>
            !model.ledger
              .balance(partner.affiliate, currency, "available")
              .isZero()
        )
        .map((currency) => ({ partner, currency }))
    )
    if (rich.length === 0) return null
    // Many who ask have no account yet, or owe something: that is refused each time.
    const ready = rich.filter(
      ({ partner: { affiliate }, currency: of }) =>
        affiliate.account !== null &&
        model.ledger.balance(affiliate, of, "available").compare(NONE) > 0
    )
    const { partner, currency } = random.pick(
      ready.length > 0 && random.chance(0.7) ? ready : rich
    )
    const { affiliate, api } = partner
    const amount = chooseAmount(world, partner, currency)
    return {
      words: `${affiliate.name} asks for ${amount ?? "all"} ${currency}`,
      run: async () => {
        const body = {
          currency_code: currency,
          ...(amount && { amount: amount.toNumber() }),
        }
        const answer = api
          ? await api.post("/affiliate/payouts", body)
          : await store.admin.post("/admin/affiliate-payouts", {
              affiliate_id: affiliate.id,
              ...body,
            })
        const refusal = refusalOf(
          model.ledger,
          { affiliate, currency, amount },
          api !== null
        )
        if (refusal) expectRefused(answer, refusal)
        else
          model.ledger.requestPayout(
            ok(answer).payout.id,
            affiliate,
            currency,
            amount
          )
      },
    }
  },
}

const among = ({ model }: World, ...statuses: Payout["status"][]): Payout[] =>
  model.ledger.payouts.filter(({ status }) => statuses.includes(status))

/** What is done to a payout that is in one of some statuses. */
const step = (
  name: string,
  weight: number,
  from: Payout["status"][],
  path: string,
  then: (world: World, payout: Payout) => void,
  refusal: (world: World, payout: Payout) => string | null = () => null
): Action => ({
  name,
  weight,
  asks: "plugin",
  plan: (world) => {
    const payouts = among(world, ...from)
    if (payouts.length === 0) return null
    const payout = world.random.pick(payouts)
    return {
      words: `the merchant: ${name} of ${worthOf(payout)} ${payout.currency} to ${payout.affiliate.name}`,
      run: async () => {
        const answer = await world.store.admin.post(
          `/admin/affiliate-payouts/${payout.id}/${path}`
        )
        const refused = refusal(world, payout)
        if (refused) expectRefused(answer, refused)
        else {
          ok(answer)
          then(world, payout)
        }
      },
    }
  },
})

const callOff: Action = {
  name: "the affiliate cancels a payout",
  weight: 1,
  asks: "plugin",
  plan: (world) => {
    const mine = among(world, "pending", "processing").flatMap((payout) => {
      const api = world.partners.find(
        ({ affiliate }) => affiliate === payout.affiliate
      )?.api
      return api ? [{ payout, api }] : []
    })
    if (mine.length === 0) return null
    const { payout, api } = world.random.pick(mine)
    return {
      words: `${payout.affiliate.name} cancels the payout of ${worthOf(payout)} ${payout.currency}`,
      run: async () => {
        const answer = await api.post(`/affiliate/payouts/${payout.id}/cancel`)
        if (payout.status === "processing")
          expectRefused(answer, "it is being sent")
        else {
          ok(answer)
          world.model.ledger.cancelPayout(payout)
        }
      },
    }
  },
}

export const payouts: Action[] = [
  request,
  callOff,
  step("send a payout", 14, ["pending"], "process", wasSent),
  step(
    "mark a payout paid",
    8,
    ["pending", "processing"],
    "mark-paid",
    (world, payout) => {
      // By hand, before the service has said so: it will not say anything else.
      arrives(paymentOf(world, payout))
      world.model.ledger.payPayout(payout)
    }
  ),
  // A second time changes nothing.
  step(
    "mark a paid payout paid again",
    1,
    ["paid"],
    "mark-paid",
    () => undefined
  ),
  step(
    "cancel a payout",
    2,
    ["pending", "processing"],
    "cancel",
    ({ model }, payout) => model.ledger.cancelPayout(payout),
    (_, payout) =>
      payout.status === "processing" && isByService(payout)
        ? "a service may have sent it"
        : null
  ),
  step(
    "try a payout anew",
    8,
    ["failed"],
    "retry",
    (world, payout) => {
      world.model.ledger.retryPayout(payout)
      wasSent(world, payout)
    },
    ({ model }, payout) => retryRefusalOf(model.ledger, payout)
  ),
]
