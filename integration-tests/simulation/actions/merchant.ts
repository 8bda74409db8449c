import { ok } from "../../harness"
import { Fraction } from "../../support/fraction"
import { amountOf } from "../model/commission"
import { Model } from "../model/model"
import { Action } from "./action"

const attribute: Action = {
  name: "attribute",
  weight: 5,
  asks: "plugin",
  plan: (world) => {
    const { random, model, partners } = world
    if (model.judged.length === 0) return null
    const judged = random.pick(model.judged)
    const approved = partners.filter(
      ({ affiliate }) => affiliate.status === "approved"
    )
    const affiliate = random.chance(0.2)
      ? null
      : random.pick(approved).affiliate
    return {
      words: `the merchant credits ${affiliate?.name ?? "nobody"} with ${judged.order.name}`,
      run: async () => {
        ok(
          await world.store.admin.post(
            `/admin/affiliate-orders/${judged.order.id}/attribute`,
            {
              affiliate_id: affiliate?.id ?? null,
              note: "the simulation says so",
            }
          )
        )
        model.attribute(judged, affiliate)
      },
    }
  },
}

const hold: Action = {
  name: "hold",
  weight: 3,
  asks: "plugin",
  plan: ({ random, model, store }) => {
    const pending = model.ledger.commissions.filter(
      (one) => one.releasedInTurn === null && !amountOf(one).isZero()
    )
    if (pending.length === 0) return null
    const commission = random.pick(pending)
    const verb = commission.held ? "unhold" : "hold"
    return {
      words: `the merchant ${verb}s ${commission.affiliate.name}'s commission of ${commission.order?.name}`,
      run: async () => {
        const path = `/admin/affiliate-commissions/${commission.id}/${verb}`
        ok(await store.admin.post(path, { reason: "the simulation says so" }))
        commission.held = !commission.held
      },
    }
  },
}

const giveByHand: Action = {
  name: "adjust",
  weight: 2,
  asks: "plugin",
  plan: ({ random, model, partners, store }) => {
    const { affiliate } = random.pick(partners)
    const currency = random.pick(["usd", "usd", "eur", "jpy"])
    const units = random.between(-3000, 9000)
    if (units === 0) return null
    const amount =
      currency === "jpy"
        ? Fraction.of(units)
        : Fraction.of(units).dividedBy(Fraction.of(100))
    return {
      words: `the merchant gives ${affiliate.name} ${amount} ${currency} by hand`,
      run: async () => {
        const { commission } = ok(
          await store.admin.post("/admin/affiliate-adjustments", {
            affiliate_id: affiliate.id,
            currency_code: currency,
            amount: amount.toNumber(),
            reason: "the simulation says so",
          })
        )
        model.ledger.giveByHand(commission.id, affiliate, currency, amount)
      },
    }
  },
}

const release: Action = {
  name: "release",
  weight: 14,
  asks: "plugin",
  plan: ({ model, store }) =>
    waitsForRelease(model)
      ? {
          words: "what is due is released",
          run: async () => {
            ok(await store.admin.post("/admin/affiliate-commissions/release"))
            model.ledger.release()
          },
        }
      : null,
}

const waitsForRelease = ({ ledger }: Model): boolean =>
  ledger.commissions.some(
    (one) => one.releasedInTurn === null && !amountOf(one).isZero()
  )

/** The only clock of the simulation: what is to be released comes nearer. */
const daysPass: Action = {
  name: "days pass",
  weight: 10,
  asks: "plugin",
  plan: ({ random, model, partners, store }) => {
    const days = random.pick([1, 7, 14, 30])
    const coolsOff = partners.some(({ affiliate }) => affiliate.coolOffDays > 0)
    if (!waitsForRelease(model) && !coolsOff) return null
    return {
      words: `${days} days pass`,
      run: async () => {
        const affiliates = partners.map(({ affiliate }) => affiliate.id)
        await store.database.sql(
          `UPDATE affiliate_commission SET available_at = available_at - make_interval(days => $1)
            WHERE affiliate_id = ANY($2) AND kind <> 'adjustment'`,
          [days, affiliates]
        )
        await store.database.sql(
          `UPDATE affiliate_payout_method SET cool_off_until = cool_off_until - make_interval(days => $1)
            WHERE affiliate_id = ANY($2)`,
          [days, affiliates]
        )
        model.ledger.daysPass(days)
        for (const { affiliate } of partners)
          affiliate.coolOffDays = Math.max(0, affiliate.coolOffDays - days)
      },
    }
  },
}

const lookAgain: Action = {
  name: "reconcile",
  weight: 2,
  asks: "plugin",
  plan: ({ random, model, store }) => {
    if (model.judged.length === 0) return null
    const { order } = random.pick(model.judged)
    return {
      words: `the merchant has ${order.name} reconciled`,
      run: async () => {
        ok(
          await store.admin.post(
            `/admin/affiliate-orders/${order.id}/reconcile`
          )
        )
      },
    }
  },
}

export const merchant: Action[] = [
  attribute,
  hold,
  giveByHand,
  release,
  daysPass,
  lookAgain,
]
