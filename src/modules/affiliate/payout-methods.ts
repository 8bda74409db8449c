import { generateEntityId, MedusaError } from "@medusajs/framework/utils"

import { ValidatedPayoutAccount } from "../../providers/types"
import { isSameDestination } from "./domain/destination"
import { rowsOf, Trx } from "./ledger/transaction"
import { SecretBox } from "./secrets"

export interface PayoutMethodInput {
  affiliate_id: string
  provider: string
  account: ValidatedPayoutAccount
}

/** A stored payout method, its details still sealed. */
export interface StoredPayoutMethod {
  id: string
  affiliate_id: string
  provider: string
  details: string
  details_masked: Record<string, string>
  account_id: string | null
  payouts_enabled: boolean
  state_note: string | null
}

const COLUMNS = `id, affiliate_id, provider, details, details_masked, account_id, payouts_enabled, state_note`

export const readMethod = async (
  trx: Trx,
  affiliate_id: string
): Promise<StoredPayoutMethod | null> => {
  const [method] = await rowsOf<StoredPayoutMethod>(
    trx,
    `SELECT ${COLUMNS} FROM affiliate_payout_method
      WHERE affiliate_id = :affiliate_id AND deleted_at IS NULL`,
    { affiliate_id }
  )
  return method ?? null
}

/** The payout method with an account, by what its provider calls it. */
export const readMethodOfAccount = async (
  trx: Trx,
  input: { provider: string; account_id: string }
): Promise<StoredPayoutMethod | null> => {
  const [method] = await rowsOf<StoredPayoutMethod>(
    trx,
    `SELECT ${COLUMNS} FROM affiliate_payout_method
      WHERE provider = :provider AND account_id = :account_id AND deleted_at IS NULL`,
    input
  )
  return method ?? null
}

/** One payout method is written at a time for each affiliate. */
const lockAffiliate = async (trx: Trx, affiliate_id: string): Promise<void> => {
  const found = await rowsOf<{ id: string; name: string; erased: boolean }>(
    trx,
    `SELECT id, name, erased_at IS NOT NULL AS erased FROM affiliate WHERE id = :affiliate_id AND deleted_at IS NULL
        FOR NO KEY UPDATE`,
    { affiliate_id }
  )
  if (!found.length) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Affiliate with id: ${affiliate_id} was not found`
    )
  }
  if (found[0].erased) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `${found[0].name} was erased and cannot be paid`
    )
  }
}

/** @throws not_allowed when another affiliate has the account */
const assertAccountFree = async (
  trx: Trx,
  { id, provider, account_id }: StoredPayoutMethod
): Promise<void> => {
  if (account_id === null) {
    return
  }
  const others = await rowsOf(
    trx,
    `SELECT 1 FROM affiliate_payout_method
      WHERE provider = :provider AND account_id = :account_id AND id <> :id AND deleted_at IS NULL`,
    { id, provider, account_id }
  )
  if (others.length) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "This payout account is another affiliate's: each needs one of their own"
    )
  }
}

const writeMethod = async (
  trx: Trx,
  method: StoredPayoutMethod
): Promise<void> => {
  await assertAccountFree(trx, method)
  await trx.raw(
    `INSERT INTO affiliate_payout_method (${COLUMNS})
     VALUES (:id, :affiliate_id, :provider, :details, :details_masked::jsonb,
             :account_id, :payouts_enabled, :state_note)
     ON CONFLICT (id) DO UPDATE
        SET provider = excluded.provider, details = excluded.details,
            details_masked = excluded.details_masked, account_id = excluded.account_id,
            payouts_enabled = excluded.payouts_enabled, state_note = excluded.state_note,
            updated_at = now()`,
    { ...method, details_masked: JSON.stringify(method.details_masked) }
  )
}

const stateOf = ({
  state,
}: Pick<ValidatedPayoutAccount, "state">): Pick<
  StoredPayoutMethod,
  "payouts_enabled" | "state_note"
> => ({
  payouts_enabled: state?.payouts_enabled ?? true,
  state_note: state?.note ?? null,
})

/** What putting a payout method on file did. */
export interface SavedPayoutMethod {
  /** What was on file, for {@link restorePayoutMethod}. */
  before: StoredPayoutMethod | null
  /** Whether money went somewhere else until now; not so at the first, or when the same account is saved again. */
  changed: boolean
}

/** What does not open any more is taken for another account, so that its owner is told. */
const goesElsewhere = (
  secrets: SecretBox,
  before: StoredPayoutMethod,
  { provider, account }: PayoutMethodInput
): boolean => {
  let details: Record<string, string>
  try {
    details = JSON.parse(secrets.open(before.details, before.id))
  } catch {
    return true
  }
  return !isSameDestination(
    { provider: before.provider, details },
    { provider, details: account.details }
  )
}

/**
 * Puts an affiliate's payout method on file in place of the one before; the
 * details are sealed for their row. Payouts already requested keep theirs.
 *
 * @throws not_found for an unknown affiliate, not_allowed without an encryption key
 */
export const savePayoutMethod = async (
  trx: Trx,
  secrets: SecretBox,
  input: PayoutMethodInput
): Promise<SavedPayoutMethod> => {
  const { affiliate_id, provider, account } = input
  await lockAffiliate(trx, affiliate_id)
  const before = await readMethod(trx, affiliate_id)
  const changed = before !== null && goesElsewhere(secrets, before, input)
  const id = before?.id ?? generateEntityId(undefined, "affmeth")
  await writeMethod(trx, {
    id,
    affiliate_id,
    provider,
    details: secrets.seal(JSON.stringify(account.details), id),
    details_masked: account.masked,
    account_id: account.account_id ?? null,
    ...stateOf(account),
  })
  return { before, changed }
}

/**
 * Keeps what a provider says of the account of a payout method now. Another
 * method that was put on file meanwhile is not meant, and stays.
 *
 * @param method as it was read
 * @param account all of it, or its state alone
 * @returns whether the method is still the one that was read
 */
export const keepAccountState = async (
  trx: Trx,
  secrets: SecretBox,
  method: StoredPayoutMethod,
  account: ValidatedPayoutAccount | Pick<ValidatedPayoutAccount, "state">
): Promise<boolean> => {
  await lockAffiliate(trx, method.affiliate_id)
  const now = await readMethod(trx, method.affiliate_id)
  if (now?.id !== method.id || now.details !== method.details) {
    return false
  }
  await writeMethod(trx, {
    ...now,
    ...stateOf(account),
    ...("details" in account
      ? {
          details: secrets.seal(JSON.stringify(account.details), now.id),
          details_masked: account.masked,
          account_id: account.account_id ?? null,
        }
      : {}),
  })
  return true
}

/** Puts back what {@link savePayoutMethod} replaced. */
export const restorePayoutMethod = async (
  trx: Trx,
  affiliate_id: string,
  before: StoredPayoutMethod | null
): Promise<void> => {
  await lockAffiliate(trx, affiliate_id)
  if (before) {
    await writeMethod(trx, before)
  } else {
    await trx.raw(
      `DELETE FROM affiliate_payout_method WHERE affiliate_id = :affiliate_id`,
      {
        affiliate_id,
      }
    )
  }
}
