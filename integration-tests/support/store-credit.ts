import { ok, type Store } from "../harness"
import type { StoreCreditPayoutProvider } from "../../src/providers/store-credit/service"
import { affiliateService, giveMoney, type TestAffiliate } from "./affiliates"

/** Payouts as money to spend in a store, whatever keeps that money. */
export const storeCreditOf = (store: Store) => ({
  provider: () =>
    affiliateService(store)["payoutProvider"](
      "store-credit"
    ) as StoreCreditPayoutProvider,

  act: (id: string, action: string) =>
    store.admin.post(`/admin/affiliate-payouts/${id}/${action}`, {}),

  /** A payout that was requested and not sent yet. */
  async payoutOf(
    amount: number,
    affiliate: TestAffiliate,
    currency_code = "usd"
  ): Promise<string> {
    ok(
      await affiliate.api.post("/affiliate/payout-method", {
        provider: "store-credit",
        details: {},
      })
    )
    await giveMoney(store, affiliate.id, amount, currency_code)
    const { payout } = ok(
      await affiliate.api.post("/affiliate/payouts", { currency_code })
    )
    return payout.id
  },
})
