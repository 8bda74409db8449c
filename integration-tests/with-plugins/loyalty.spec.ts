import { execFile } from "node:child_process"
import { promisify } from "node:util"
import { buy, ok, signUp, useStore, type Customer } from "../harness"
import {
  expectSoundPayouts,
  makeAffiliate,
  moneyOf,
  WITH_ENCRYPTION,
} from "../support/affiliates"
import { storeCreditOf } from "../support/store-credit"

const ENV = { PAYOUT_STORE_CREDIT: "true", LOYALTY: "true" }
const MIGRATION_MS_MAX = 180_000

/** Medusa's loyalty plugin wants one exact version of Medusa beside it; `overrides` of package.json say that ours will do. */
describe("payouts in a store with the loyalty plugin", () => {
  const store = useStore({ env: { ...WITH_ENCRYPTION, ...ENV } })

  beforeAll(async () => {
    // The template that databases are copied from knows nothing of the plugin.
    const cli = require.resolve("@medusajs/cli/cli.js")
    await promisify(execFile)(
      process.execPath,
      [cli, "db:migrate", "--execute-safe-links"],
      {
        env: {
          ...process.env,
          ...ENV,
          NODE_OPTIONS: "",
          NODE_ENV: "development",
          DATABASE_URL: store.database.url,
        },
      }
    )
  }, MIGRATION_MS_MAX)

  afterEach(() => expectSoundPayouts(store))

  const { provider, act, payoutOf } = storeCreditOf(store)

  /** An affiliate who also buys at the shop, with an account there. */
  async function makeBuyer() {
    const affiliate = await makeAffiliate(store)
    const customer = await signUp(
      store.shop,
      `buyer-${affiliate.id}@example.com`
    )
    ok(
      await store.admin.post(`/admin/affiliates/${affiliate.id}`, {
        customer_id: customer.id,
      })
    )
    return { affiliate, customer }
  }

  /** What the plugin says that a customer has to spend. */
  async function creditOf({ api }: Customer): Promise<number> {
    const { store_credit_accounts } = ok(
      await api.get("/store/store-credit-accounts", { currency_code: "usd" })
    )
    return store_credit_accounts.reduce(
      (sum: number, { balance }: { balance: number }) => sum + balance,
      0
    )
  }

  const paymentOf = (id: string, affiliate_id: string, amount: string) => ({
    idempotency_key: `${id}-1`,
    payout_id: id,
    affiliate_id,
    amount,
    currency_code: "usd",
    destination: {},
    reference: null,
    started_at: new Date(),
  })

  test("a payout is credit on the affiliate's account, which pays at the checkout; the next one adds to it", async () => {
    const { affiliate, customer } = await makeBuyer()
    for (const amount of [30, 12.5]) {
      const { payout } = ok(
        await act(await payoutOf(amount, affiliate), "process")
      )
      expect(payout).toMatchObject({
        status: "paid",
        reference: expect.stringMatching(/^sc_acc_/),
      })
    }
    expect(await creditOf(customer)).toBe(42.5)
    expect(await moneyOf(store, affiliate.id)).toMatchObject({
      available: 0,
      paid: 42.5,
    })

    const order = await buy(store.shop, {
      items: [{ ware: store.shop.mug }],
      customer,
      beforePayment: async (cartId, api) => {
        ok(
          await api.post(`/store/carts/${cartId}/store-credits`, { amount: 30 })
        )
      },
    })
    expect(order.credit_line_total).toBe(30)
    expect(await creditOf(customer)).toBe(12.5)
  })

  test("who is no customer gets a code, with which any account claims the credit", async () => {
    const affiliate = await makeAffiliate(store)
    const { payout } = ok(await act(await payoutOf(18, affiliate), "process"))
    expect(payout.reference).toMatch(/^CREDIT(-[A-Z2-9]{4}){4}$/)

    const customer = await signUp(store.shop, `new-${affiliate.id}@example.com`)
    ok(
      await customer.api.post("/store/store-credit-accounts/claim", {
        code: payout.reference,
      })
    )
    expect(await creditOf(customer)).toBe(18)
  })

  test("one key credits once, however often and by how many it is sent", async () => {
    const { affiliate, customer } = await makeBuyer()
    const id = await payoutOf(10, affiliate)
    const payment = paymentOf(id, affiliate.id, "10")
    expect(await provider().lookUp(payment)).toEqual({ status: "not_found" })
    const results = await Promise.all(
      Array.from({ length: 8 }, () => provider().send(payment))
    )
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(
      1
    )
    expect(await creditOf(customer)).toBe(10)

    // The answer was never recorded: what is sent now finds what was made.
    const { payout } = ok(await act(id, "process"))
    expect(payout).toMatchObject({ status: "paid" })
    expect(await creditOf(customer)).toBe(10)
  })

  test("credit is taken back once, and only while the account still has it", async () => {
    const { affiliate, customer } = await makeBuyer()
    const id = await payoutOf(25, affiliate)
    ok(await act(id, "process"))
    const payment = paymentOf(id, affiliate.id, "25")
    await Promise.all(
      [1, 2, 3].map(() => provider().reverse(payment, "a mistake"))
    )
    expect(await creditOf(customer)).toBe(0)

    const next = await payoutOf(20, affiliate)
    ok(await act(next, "process"))
    await buy(store.shop, {
      items: [{ ware: store.shop.mug }],
      customer,
      beforePayment: async (cartId, api) => {
        ok(
          await api.post(`/store/carts/${cartId}/store-credits`, { amount: 5 })
        )
      },
    })
    await expect(
      provider().reverse(paymentOf(next, affiliate.id, "20"), "a mistake")
    ).rejects.toMatchObject({ type: "not_allowed" })
    expect(await creditOf(customer)).toBe(15)
  })

  test("the merchant reads where payouts go", async () => {
    expect(await provider().check()).toMatchObject({
      ok: true,
      facts: { pays_with: "store credit" },
    })
  })
})
