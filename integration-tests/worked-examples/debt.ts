import { addWare, cancelOrder, ok } from "../harness/shop"
import {
  addCode,
  askForPayout,
  BANK,
  join,
  payOut,
  release,
  saveBankAccount,
  sellByCode,
} from "../harness/affiliates"
import type { Example } from "./example"
import { readBalance } from "./figures"
import { buyOrderA, figuresAfter, figuresOf } from "./order-a"
import { emailOf, programOf } from "./partners"

/** Money that was paid out before its order was cancelled. */
export const DEBT: Example = {
  name: "39.60 paid out, then the order cancelled: −39.60; the next 50.00 leaves 10.40, under the minimum of 50",
  play: async (shop, check) => {
    const { admin } = shop
    const program_id = await programOf(shop, "no hold, then a minimum of 50", {
      commission_value: 20,
      hold_days: 0,
    })
    const name = "Hedy Lamarr"
    const hedy = await join(
      shop,
      { name, email: emailOf(name) },
      { program_id }
    )
    await saveBankAccount(hedy, { ...BANK, account_holder: name })
    const order = await buyOrderA(shop, await addCode(shop, hedy, "HEDY10", 10))
    await release(shop)
    await payOut(shop, hedy.id)
    await check(
      "39.60 earned, released, requested and paid out",
      { commission: 39.6, balance: "paid 39.6" },
      figuresOf(shop, order)
    )
    ok(
      await admin.post(`/admin/affiliate-programs/${program_id}`, {
        minimum_payouts: [{ currency_code: "usd", amount: 50 }],
      })
    )

    await check(
      "… then the order is cancelled: a debt",
      {
        base: 0,
        commission: 0,
        status: "clawed_back",
        balance: "available -39.6, paid 39.6",
      },
      await figuresAfter(shop, order, () => cancelOrder(shop, order.id))
    )

    const coat = await addWare(shop, { title: "Wool coat", price: 250 })
    const next = await sellByCode(shop, await addCode(shop, hedy, "HEDY"), [
      { ware: coat },
    ])
    await release(shop)
    await check(
      "… then 50.00 earned and released",
      { commission: 50, balance: "available 10.4, paid 39.6" },
      figuresOf(shop, { id: next })
    )

    const byMerchant = await admin.post("/admin/affiliate-payouts", {
      affiliate_id: hedy.id,
      currency_code: "usd",
    })
    const byHedy = await askForPayout(hedy, "usd")
    const [said, minimum] = `${byMerchant.body.message}`.split(" payout of ")
    await check(
      "… and requested, under the minimum of 50",
      {
        answers: "400 400",
        "it says": "10.4 USD is below the minimum",
        "the minimum": "50 USD",
        balance: "available 10.4, paid 39.6",
      },
      async () => ({
        answers: `${byMerchant.status} ${byHedy.status}`,
        "it says": said.replace("The amount of ", ""),
        "the minimum": minimum,
        balance: await readBalance(shop, hedy.id),
      })
    )
    return [order.id, next]
  },
}
