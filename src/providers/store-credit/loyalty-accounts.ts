import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaModule } from "@medusajs/framework/modules-sdk"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"

import { rowsOf, Trx } from "../../modules/affiliate/ledger/transaction"
import { SendPayoutInput } from "../types"
import { rowIdOf, secretCode } from "./keys"

/** What Medusa's loyalty plugin calls its module of store credit accounts. */
const STORE_CREDIT_MODULE = "store_credit"

const CODE_PREFIX = "CREDIT"

/** What our movements on an account are called; which payout is in `reference_id`. */
const PAID = "affiliate-payout"
const TAKEN_BACK = "affiliate-payout-reversal"

/** Whatever the database's default is: what is read after a wait is what was written meanwhile. */
const READ_COMMITTED = { isolationLevel: "read committed" } as const

/** Whether the store runs Medusa's loyalty plugin. */
export const hasLoyalty = (): boolean =>
  MedusaModule.isInstalled(STORE_CREDIT_MODULE)

interface Account {
  id: string
  code: string | null
  customer_id: string | null
}

const rawAmount = (value: string): string =>
  JSON.stringify({ value, precision: 20 })

/** The customer's account in that currency, made where there is none. */
const accountOfCustomer = async (
  trx: Trx,
  customer_id: string,
  input: SendPayoutInput
): Promise<Account> => {
  await trx.raw(
    `INSERT INTO store_credit_account (id, code, currency_code, customer_id)
     VALUES (:id, :code, :currency_code, :customer_id)
     ON CONFLICT DO NOTHING`,
    {
      id: generateEntityId(undefined, "sc_acc"),
      code: secretCode(CODE_PREFIX),
      currency_code: input.currency_code,
      customer_id,
    }
  )
  const [account] = await rowsOf<Account>(
    trx,
    `SELECT id, code, customer_id FROM store_credit_account
      WHERE customer_id = :customer_id AND currency_code = :currency_code AND deleted_at IS NULL`,
    { customer_id, currency_code: input.currency_code }
  )
  return account
}

/** An account of nobody, which whoever has its code can claim for theirs: the plugin's own way of giving. */
const accountToClaim = async (
  trx: Trx,
  input: SendPayoutInput
): Promise<Account> => {
  const id = rowIdOf("sc_acc", input.idempotency_key)
  await trx.raw(
    `INSERT INTO store_credit_account (id, code, currency_code)
     VALUES (:id, :code, :currency_code)
     ON CONFLICT (id) DO NOTHING`,
    { id, code: secretCode(CODE_PREFIX), currency_code: input.currency_code }
  )
  const [account] = await rowsOf<Account>(
    trx,
    `SELECT id, code, customer_id FROM store_credit_account WHERE id = :id`,
    { id }
  )
  return account
}

/** What the affiliate needs to get at the credit, or can see it by. */
const referenceOf = ({ id, code, customer_id }: Account): string =>
  customer_id ? id : (code ?? id)

/**
 * Credits a payment to a store credit account: the customer's, or one that is
 * claimed with its code. In SQL and not through the plugin's service, because
 * only so account and credit are one transaction, and the credit has an id that
 * a second one with the same key cannot have.
 *
 * @returns the reference
 */
export const creditAccount = async (
  knex: Knex,
  input: SendPayoutInput,
  customer_id: string | null
): Promise<string> =>
  knex.transaction(async (trx) => {
    const account = customer_id
      ? await accountOfCustomer(trx, customer_id, input)
      : await accountToClaim(trx, input)
    await trx.raw(
      `INSERT INTO store_credit_account_transaction
              (id, amount, raw_amount, type, reference, reference_id, note, account_id)
       VALUES (:id, :amount::numeric, :raw_amount::jsonb, 'credit', :reference, :payout_id, :note, :account_id)
       ON CONFLICT (id) DO NOTHING`,
      {
        id: rowIdOf("sc_trx", input.idempotency_key),
        amount: input.amount,
        raw_amount: rawAmount(input.amount),
        reference: PAID,
        payout_id: input.payout_id,
        note: "Affiliate payout",
        account_id: account.id,
      }
    )
    return referenceOf(account)
  }, READ_COMMITTED)

/** The account that a payment was credited to; `null` where it was not. */
const readCredit = async (
  knex: Knex,
  idempotency_key: string
): Promise<Account | null> => {
  const [table] = await rowsOf<{ there: boolean }>(
    knex,
    `SELECT to_regclass('store_credit_account_transaction') IS NOT NULL AS there`
  )
  if (!table.there) {
    return null
  }
  const [account] = await rowsOf<Account>(
    knex,
    `SELECT account.id, account.code, account.customer_id
       FROM store_credit_account_transaction credit
       JOIN store_credit_account account ON account.id = credit.account_id
      WHERE credit.id = :id`,
    { id: rowIdOf("sc_trx", idempotency_key) }
  )
  return account ?? null
}

/** The reference of a payment that was credited; `null` where it was not. */
export const findCredit = async (
  knex: Knex,
  idempotency_key: string
): Promise<string | null> => {
  const account = await readCredit(knex, idempotency_key)
  return account && referenceOf(account)
}

/**
 * Debits what was credited, where the account still has it. The account is
 * locked as the plugin locks it for a purchase, so that the same credit is not
 * spent and taken back.
 *
 * @returns `false` where this payment was no credit
 * @throws not_allowed when it was spent or claimed
 */
export const takeBackCredit = async (
  knex: Knex,
  { idempotency_key, payout_id, amount }: SendPayoutInput
): Promise<boolean> =>
  knex.transaction(async (trx) => {
    const account = await readCredit(trx, idempotency_key)
    if (!account) {
      return false
    }
    await trx.raw(
      `SELECT 1 FROM store_credit_account WHERE id = :id FOR UPDATE`,
      { id: account.id }
    )
    const id = rowIdOf("sc_rev", idempotency_key)
    const [state] = await rowsOf<{ taken_back: boolean; enough: boolean }>(
      trx,
      `SELECT coalesce(bool_or(id = :id), false) AS taken_back,
              coalesce(sum(CASE type WHEN 'credit' THEN amount ELSE -amount END), 0) >= :amount::numeric AS enough
         FROM store_credit_account_transaction
        WHERE account_id = :account_id AND deleted_at IS NULL`,
      { id, amount, account_id: account.id }
    )
    if (state.taken_back) {
      return true
    }
    if (!state.enough) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "The store credit was already spent or claimed, so it cannot be taken back"
      )
    }
    await trx.raw(
      `INSERT INTO store_credit_account_transaction
              (id, amount, raw_amount, type, reference, reference_id, note, account_id)
       VALUES (:id, :amount::numeric, :raw_amount::jsonb, 'debit', :reference, :payout_id, :note, :account_id)`,
      {
        id,
        amount,
        raw_amount: rawAmount(amount),
        reference: TAKEN_BACK,
        payout_id,
        note: "Affiliate payout taken back",
        account_id: account.id,
      }
    )
    return true
  }, READ_COMMITTED)
