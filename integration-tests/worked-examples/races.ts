import { buy, ok } from "../harness/shop"
import {
  askForPayout,
  BANK,
  giveMoney,
  join,
  remember,
  saveBankAccount,
} from "../harness/affiliates"
import type { Example } from "./example"
import { readBalance, readFigures } from "./figures"
import { addPartner, emailOf, programOf } from "./partners"

/** How often two requests meet: the wrong one of a pair may win only now and then. */
const ROUNDS = 5

const TWO_REQUESTS: Example = {
  name: "two payout requests of 40 at the same moment on 50: one 201, one 400",
  play: async (shop, check) => {
    const program_id = await programOf(shop, "no minimum", {
      commission_value: 20,
    })
    const name = "Frances Allen"
    const frances = await join(
      shop,
      { name, email: emailOf(name) },
      { program_id }
    )
    await saveBankAccount(frances, { ...BANK, account_holder: name })
    const talk = "Talk at the compiler meetup"
    await giveMoney(shop, frances.id, 50, "usd", talk)
    for (let round = 1; round <= ROUNDS; round++) {
      const answers = await Promise.all([
        askForPayout(frances, "usd", 40),
        askForPayout(frances, "usd", 40),
      ])
      await check(
        round === 1
          ? "two requests of 40 at the same moment on 50"
          : `… the granted one cancelled, and again (${round} of ${ROUNDS})`,
        { answers: "201 400", balance: "available 10, requested 40" },
        async () => ({
          answers: answers
            .map(({ status }) => status)
            .sort()
            .join(" "),
          balance: await readBalance(shop, frances.id),
        })
      )
      if (round === ROUNDS) break
      for (const { body } of answers) {
        if (body.payout)
          ok(
            await shop.admin.post(
              `/admin/affiliate-payouts/${body.payout.id}/cancel`
            )
          )
      }
    }
    return []
  },
}

const A_HUNDRED_RECONCILES: Example = {
  name: "the same order reconciled 100 times at once: one conversion, one commission per level, one set of entries",
  play: async (shop, check) => {
    const { admin } = shop
    // Held for 30 days, so that the release job adds no entries.
    const program_id = await programOf(shop, "upper level 5 % of the order", {
      commission_value: 20,
      levels: [{ level: 2, percent: 5, basis: "order" }],
    })
    const parent = await addPartner(shop, "Shafi Goldwasser", {
      code: "SHAFI",
      program_id,
    })
    const code = "BARBARA"
    await addPartner(shop, "Barbara Liskov", {
      code,
      program_id,
      parent_id: parent.id,
    })
    // At once, while the order's own event is still under way.
    const { id } = await buy(shop, {
      items: [{ ware: shop.shirt }],
      beforePayment: remember({ code }),
    })
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        admin.post(`/admin/affiliate-orders/${id}/reconcile`)
      )
    )
    const count = async (list: string): Promise<string> =>
      `${ok(await admin.get(`/admin/${list}`, { order_id: id })).count}`
    await check(
      "a Shirt's order reconciled 100 times at once",
      {
        answers: "200",
        conversions: "1",
        commissions: "2",
        commission: 20,
        entries: "20",
        "upper level": 5,
        "upper entries": "5",
      },
      async () => ({
        ...(await readFigures(shop, id)),
        answers: [...new Set(answers.map(({ status }) => status))].join(" "),
        conversions: await count("affiliate-orders"),
        commissions: await count("affiliate-commissions"),
      })
    )
    return [id]
  },
}

/** Things that happen at the same moment. */
export const RACES: Example[] = [TWO_REQUESTS, A_HUNDRED_RECONCILES]
