import { useStore } from "../harness"
import { rowsOf } from "../../src/modules/affiliate/ledger/transaction"
import {
  affiliateService,
  expectSoundPayouts,
  makePayee,
  moneyOf,
  WITH_ENCRYPTION,
} from "../support/affiliates"

/**
 * A store whose database reads repeatably by default. What a transaction reads after it has waited for a lock would then
 * be what was there before it waited.
 */
const store = useStore({
  env: {
    ...WITH_ENCRYPTION,
    PGOPTIONS: "-c default_transaction_isolation=repeatable\\ read",
  },
  seed: false,
})

test("money is moved under READ COMMITTED, whatever the database's default isolation", async () => {
  const levels = await affiliateService(store)["transact"](
    (trx) =>
      rowsOf<{ now: string; by_default: string }>(
        trx,
        `SELECT current_setting('transaction_isolation') AS now,
                current_setting('default_transaction_isolation') AS by_default`
      ),
    {}
  )
  expect(levels).toEqual([
    { now: "read committed", by_default: "repeatable read" },
  ])
})

test("32 requests at once on money for one: one is granted", async () => {
  const ada = await makePayee(store, [50])
  const answers = await Promise.all(
    Array.from({ length: 32 }, () =>
      ada.api.post("/affiliate/payouts", { currency_code: "usd", amount: 40 })
    )
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([
    201,
    ...Array(31).fill(400),
  ])
  expect(await moneyOf(store, ada.id)).toEqual({
    pending: 0,
    available: 10,
    requested: 40,
    paid: 0,
  })
  await expectSoundPayouts(store)
})
