import { generateEntityId, MedusaError } from "@medusajs/framework/utils"

import { ValidatedPayoutAccount } from "../../providers/types"
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
}

const readMethod = async (
  trx: Trx,
  affiliate_id: string
): Promise<StoredPayoutMethod | null> => {
  const [method] = await rowsOf<StoredPayoutMethod>(
    trx,
    `SELECT id, affiliate_id, provider, details, details_masked
       FROM affiliate_payout_method
      WHERE affiliate_id = :affiliate_id AND deleted_at IS NULL`,
    { affiliate_id }
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

const writeMethod = async (
  trx: Trx,
  method: StoredPayoutMethod
): Promise<void> => {
  await trx.raw(
    `INSERT INTO affiliate_payout_method (id, affiliate_id, provider, details, details_masked)
     VALUES (:id, :affiliate_id, :provider, :details, :details_masked::jsonb)
     ON CONFLICT (id) DO UPDATE
        SET provider = excluded.provider, details = excluded.details,
            details_masked = excluded.details_masked, updated_at = now()`,
    { ...method, details_masked: JSON.stringify(method.details_masked) }
  )
}

/**
 * Puts an affiliate's payout method on file in place of the one before; the
 * details are sealed for their row. Payouts already requested keep theirs.
 *
 * @returns what was on file before
 * @throws not_found for an unknown affiliate, not_allowed without an encryption key
 */
export const savePayoutMethod = async (
  trx: Trx,
  secrets: SecretBox,
  { affiliate_id, provider, account }: PayoutMethodInput
): Promise<StoredPayoutMethod | null> => {
  await lockAffiliate(trx, affiliate_id)
  const before = await readMethod(trx, affiliate_id)
  const id = before?.id ?? generateEntityId(undefined, "affmeth")
  await writeMethod(trx, {
    id,
    affiliate_id,
    provider,
    details: secrets.seal(JSON.stringify(account.details), id),
    details_masked: account.masked,
  })
  return before
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
