import { Modules } from "@medusajs/framework/utils"
import { PASSWORD, type Api, type Store } from "../harness"
import {
  addAffiliate,
  addProgram,
  giveMoney,
  logIn,
  saveBankAccount,
  type Affiliate,
  type Balance,
} from "../harness/affiliates"
import { AFFILIATE_MODULE } from "../../src/modules/affiliate"
import type AffiliateModuleService from "../../src/modules/affiliate/service"

export { giveMoney } from "../harness/affiliates/adjustments"
export { BANK, saveBankAccount } from "../harness/affiliates/payouts"
export { WITH_ENCRYPTION } from "./encryption"
export type { Affiliate as TestAffiliate } from "../harness/affiliates/logins"
export type { Balance as Sums } from "../harness/affiliates/balances"

/** Where an account may be changed and paid to at once: what waits for it has tests of its own. */
export const WITHOUT_COOL_OFF = { PAYOUT_COOL_OFF_HOURS: "0" }

export const affiliateService = (store: Store): AffiliateModuleService =>
  store.container.resolve(AFFILIATE_MODULE)

const programsWithoutMinimum = new WeakMap<Store, Promise<string>>()

/** An approved affiliate who is logged in, in a program without a minimum payout unless one is named. */
export async function makeAffiliate(
  store: Store,
  { name, program_id }: { name?: string; program_id?: string } = {}
): Promise<Affiliate & { code: string }> {
  if (!program_id && !programsWithoutMinimum.has(store)) {
    programsWithoutMinimum.set(store, addProgram(store))
  }
  const affiliate = await addAffiliate(store, {
    name,
    program_id: program_id ?? (await programsWithoutMinimum.get(store)),
  })
  return {
    ...affiliate,
    api: await logInAs(store, affiliate.id, affiliate.email),
  }
}

/** What the affiliate's own registration does, and the login after it. */
export async function logInAs(
  { api, container }: Store,
  id: string,
  email: string
): Promise<Api> {
  const auth = container.resolve(Modules.AUTH)
  const { authIdentity, error } = await auth.register("emailpass", {
    body: { email, password: PASSWORD },
  })
  if (!authIdentity)
    throw new Error(`the affiliate could not be registered: ${error}`)
  await auth.updateAuthIdentities([
    { id: authIdentity.id, app_metadata: { affiliate_id: id } },
  ])
  return await logIn({ api }, email)
}

/** An approved affiliate with a bank account on file and money to be paid out. */
export async function makePayee(
  store: Store,
  amounts: number[],
  options: { name?: string; program_id?: string; currency_code?: string } = {}
): Promise<Affiliate> {
  const affiliate = await makeAffiliate(store, options)
  await saveBankAccount(affiliate)
  for (const amount of amounts) {
    await giveMoney(store, affiliate.id, amount, options.currency_code)
  }
  return affiliate
}

/** Where an affiliate's money stands, by the balance and by its entries; they must agree. */
export async function moneyOf(
  { database }: Pick<Store, "database">,
  affiliate_id: string,
  currency_code = "usd"
): Promise<Balance> {
  const [row] = await database.sql<{ balance: Balance; entries: Balance }>(
    `SELECT jsonb_build_object('pending', pending, 'available', available,
                               'requested', requested, 'paid', paid) AS balance,
            (SELECT jsonb_build_object(
                      'pending', coalesce(sum(amount) FILTER (WHERE account = 'pending'), 0),
                      'available', coalesce(sum(amount) FILTER (WHERE account = 'available'), 0),
                      'requested', coalesce(sum(amount) FILTER (WHERE account = 'requested'), 0),
                      'paid', coalesce(sum(amount) FILTER (WHERE account = 'paid'), 0))
               FROM affiliate_entry e
              WHERE e.affiliate_id = b.affiliate_id AND e.currency_code = b.currency_code) AS entries
       FROM affiliate_balance b
      WHERE affiliate_id = $1 AND currency_code = $2`,
    [affiliate_id, currency_code]
  )
  expect(row.entries).toEqual(row.balance)
  return row.balance
}

/** Expects that every balance is what its entries come to, account by account. */
export async function expectBalancesAsEntries({
  database,
}: Pick<Store, "database">): Promise<void> {
  const balances = await database.sql<{ id: string; currency: string }>(
    `SELECT affiliate_id AS id, currency_code AS currency FROM affiliate_balance`
  )
  for (const { id, currency } of balances)
    await moneyOf({ database }, id, currency)
}

/**
 * Expects that what is requested is what open payouts hold, what is paid is what paid ones hold, the
 * items of every payout make up its amount, and each commission is what its entries make it.
 */
export async function expectSoundPayouts({ database }: Store): Promise<void> {
  // Each table is summed once: by the thousands, a sum for every row takes minutes.
  const wrong = await database.sql(
    `WITH payouts AS (
       SELECT affiliate_id, currency_code,
              sum(amount) FILTER (WHERE status IN ('pending', 'processing')) AS requested,
              sum(amount - returned_amount) FILTER (WHERE status = 'paid') AS paid
         FROM affiliate_payout GROUP BY affiliate_id, currency_code),
     parts AS (SELECT payout_id, sum(amount) AS amount FROM affiliate_payout_item GROUP BY payout_id),
     posted AS (SELECT commission_id, sum(amount) AS amount FROM affiliate_entry GROUP BY commission_id)
     SELECT 'balance' AS what, b.affiliate_id AS id, b.requested::text, b.paid::text
       FROM affiliate_balance b LEFT JOIN payouts o USING (affiliate_id, currency_code)
      WHERE b.requested <> coalesce(o.requested, 0) OR b.paid <> coalesce(o.paid, 0)
      UNION ALL
     SELECT 'items', p.id, p.amount::text, NULL
       FROM affiliate_payout p LEFT JOIN parts ON parts.payout_id = p.id
      WHERE p.amount <> coalesce(parts.amount, 0)
      UNION ALL
     SELECT 'commission', c.id, c.amount::text, NULL
       FROM affiliate_commission c LEFT JOIN posted ON posted.commission_id = c.id
      WHERE c.amount <> coalesce(posted.amount, 0)
      UNION ALL
     SELECT 'batch item', i.id, i.status, p.status
       FROM affiliate_payout_batch_item i JOIN affiliate_payout p ON p.id = i.payout_id
      WHERE i.status IN ('sent', 'failed')
        AND i.status <> CASE p.status WHEN 'failed' THEN 'failed' WHEN 'canceled' THEN 'canceled' ELSE 'sent' END`
  )
  expect(wrong).toEqual([])
}
