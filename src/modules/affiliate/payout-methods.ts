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
  /** Money goes there from then on; may be over. */
  cool_off_until: Date | null
  cool_off_note: string | null
}

const COLUMNS = `id, affiliate_id, provider, details, details_masked, account_id, payouts_enabled, state_note,
  cool_off_until, cool_off_note`

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
             :account_id, :payouts_enabled, :state_note,
             :cool_off_until, :cool_off_note)
     ON CONFLICT (id) DO UPDATE
        SET provider = excluded.provider, details = excluded.details,
            details_masked = excluded.details_masked, account_id = excluded.account_id,
            payouts_enabled = excluded.payouts_enabled, state_note = excluded.state_note,
            cool_off_until = excluded.cool_off_until, cool_off_note = excluded.cool_off_note,
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
  /** Payouts to it wait until then; may be over. */
  cool_off_until: Date | null
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

/** When money may go to what is put on file now, by the database's clock; `null` = at once. */
const endOfCoolOff = async (trx: Trx, hours: number): Promise<Date | null> => {
  const [row] = await rowsOf<{ until: Date | null }>(
    trx,
    `SELECT CASE WHEN :hours::int > 0 THEN now() + make_interval(hours => :hours::int) END AS until`,
    { hours }
  )
  return row.until
}

/**
 * Puts an affiliate's payout method on file in place of the one before; the
 * details are sealed for their row. Payouts already requested keep theirs.
 * Where money went somewhere else until now, payouts wait for the cool-off:
 * also where the merchant enters the account, since whoever asked for that
 * may not be who they said. Saving the same again neither ends nor prolongs it.
 *
 * @throws not_found for an unknown affiliate, not_allowed without an encryption key
 */
export const savePayoutMethod = async (
  trx: Trx,
  secrets: SecretBox,
  input: PayoutMethodInput,
  cool_off_hours: number
): Promise<SavedPayoutMethod> => {
  const { affiliate_id, provider, account } = input
  await lockAffiliate(trx, affiliate_id)
  const before = await readMethod(trx, affiliate_id)
  const changed = before !== null && goesElsewhere(secrets, before, input)
  const id = before?.id ?? generateEntityId(undefined, "affmeth")
  const cool_off_until = changed
    ? await endOfCoolOff(trx, cool_off_hours)
    : (before?.cool_off_until ?? null)
  await writeMethod(trx, {
    id,
    affiliate_id,
    provider,
    details: secrets.seal(JSON.stringify(account.details), id),
    details_masked: account.masked,
    account_id: account.account_id ?? null,
    ...stateOf(account),
    cool_off_until,
    cool_off_note: changed ? null : (before?.cool_off_note ?? null),
  })
  return { before, changed, cool_off_until }
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

/**
 * Lets payouts go to the account on file at once.
 *
 * @param note why, for the record of changes
 * @throws not_found for an unknown affiliate, not_allowed where payouts do not wait for it
 */
export const endCoolOff = async (
  trx: Trx,
  { affiliate_id, note }: { affiliate_id: string; note: string }
): Promise<void> => {
  await lockAffiliate(trx, affiliate_id)
  const ended = await rowsOf(
    trx,
    `UPDATE affiliate_payout_method
        SET cool_off_until = NULL, cool_off_note = :note, updated_at = now()
      WHERE affiliate_id = :affiliate_id AND cool_off_until > now() AND deleted_at IS NULL
     RETURNING id`,
    { affiliate_id, note }
  )
  if (!ended.length) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "Payouts do not wait for a change of the payout method: there is nothing to end"
    )
  }
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
