import { generateEntityId } from "@medusajs/framework/utils"

import { Classification, TaxFormType } from "../../../../shared/tax-forms"
import { UsTinType } from "../../domain/tax/us-tin"
import { rowsOf, Trx } from "../../ledger/transaction"

/** A form as it is stored, what it says still sealed. */
export interface TaxFormRow {
  id: string
  affiliate_id: string
  version: number
  form: TaxFormType
  classification: Classification
  country_code: string
  exempt_payee: boolean
  tin_type: UsTinType | null
  tin_last_four: string | null
  foreign_tin_last_four: string | null
  signed_on: string
  expires_on: string | null
  details: string
  created_at: Date
}

const COLUMNS = `f.id, f.affiliate_id, f.version, f.form, f.classification, f.country_code,
  f.exempt_payee, f.tin_type, f.tin_last_four, f.foreign_tin_last_four, f.signed_on,
  f.expires_on, f.details, f.created_at`

/** Which of an affiliate's forms: those of the IRS, or the declaration for VAT. */
export type FormKind = "us" | "vat"

const OF_KIND: Record<FormKind, string> = {
  us: "f.form <> 'vat'",
  vat: "f.form = 'vat'",
}

/** The forms in force of some affiliates: of each the latest of that kind. */
export const latestForms = async (
  trx: Trx,
  affiliate_ids: string[],
  kind: FormKind
): Promise<Map<string, TaxFormRow>> => {
  const rows = await rowsOf<TaxFormRow>(
    trx,
    `SELECT DISTINCT ON (f.affiliate_id) ${COLUMNS} FROM affiliate_tax_form f
      WHERE f.affiliate_id = ANY(:affiliate_ids) AND ${OF_KIND[kind]} AND f.deleted_at IS NULL
      ORDER BY f.affiliate_id, f.version DESC`,
    { affiliate_ids }
  )
  return new Map(rows.map((row) => [row.affiliate_id, row]))
}

/** All versions of an affiliate, newest first. */
export const formsOf = async (
  trx: Trx,
  affiliate_id: string,
  limit: number
): Promise<TaxFormRow[]> =>
  rowsOf<TaxFormRow>(
    trx,
    `SELECT ${COLUMNS} FROM affiliate_tax_form f
      WHERE f.affiliate_id = :affiliate_id AND f.deleted_at IS NULL
      ORDER BY f.version DESC LIMIT :limit`,
    { affiliate_id, limit }
  )

/** The number of an affiliate's next form; whoever asks has locked the affiliate. */
export const nextVersion = async (
  trx: Trx,
  affiliate_id: string
): Promise<number> => {
  const [{ version }] = await rowsOf<{ version: number }>(
    trx,
    `SELECT coalesce(max(version), 0) + 1 AS version FROM affiliate_tax_form
      WHERE affiliate_id = :affiliate_id AND deleted_at IS NULL`,
    { affiliate_id }
  )
  return version
}

export const insertForm = async (
  trx: Trx,
  row: Omit<TaxFormRow, "created_at">
): Promise<void> => {
  await trx.raw(
    `INSERT INTO affiliate_tax_form
            (id, affiliate_id, version, form, classification, country_code, exempt_payee, tin_type,
             tin_last_four, foreign_tin_last_four, signed_on, expires_on, details)
     VALUES (:id, :affiliate_id, :version, :form, :classification, :country_code, :exempt_payee,
             :tin_type, :tin_last_four, :foreign_tin_last_four, :signed_on, :expires_on, :details)`,
    { ...row }
  )
}

/** Keeps who looked at numbers in clear, and why. */
export const recordLook = async (
  trx: Trx,
  look: {
    affiliate_id: string
    tax_form_id: string
    reason: string
    actor_type: string | null
    actor_id: string | null
  }
): Promise<void> => {
  await trx.raw(
    `INSERT INTO affiliate_tax_look (id, affiliate_id, tax_form_id, reason, actor_type, actor_id)
     VALUES (:id, :affiliate_id, :tax_form_id, :reason, :actor_type, :actor_id)`,
    { ...look, id: generateEntityId(undefined, "afflook") }
  )
}

/**
 * Deletes the forms of erased affiliates that the law wants no more: those of
 * whoever was never paid at once, the others some calendar years after the
 * last in which they were paid.
 *
 * @param affiliate_id only that one's
 */
export const forgetForms = async (
  trx: Trx,
  input: { affiliate_id: string | null; retention_years: number; year: number }
): Promise<number> => {
  const rows = await rowsOf<{ id: string }>(
    trx,
    `DELETE FROM affiliate_tax_form f USING affiliate a
      WHERE a.id = f.affiliate_id AND a.erased_at IS NOT NULL
        AND (:affiliate_id::text IS NULL OR a.id = :affiliate_id)
        AND coalesce((SELECT max(extract(year FROM e.created_at AT TIME ZONE 'utc'))
                        FROM affiliate_entry e
                       WHERE e.affiliate_id = a.id AND e.account = 'paid'
                         AND e.deleted_at IS NULL), 0) + :retention_years < :year
      RETURNING f.id`,
    input
  )
  return rows.length
}

/** What may be shown of numbers is shown no more of somebody who is erased. */
export const forgetLastFours = async (
  trx: Trx,
  affiliate_id: string
): Promise<void> => {
  await trx.raw(
    `UPDATE affiliate_tax_form
        SET tin_last_four = NULL, foreign_tin_last_four = NULL, updated_at = now()
      WHERE affiliate_id = :affiliate_id`,
    { affiliate_id }
  )
}

/** Deletes the forms of somebody who never earned, with what was said of their taxes; answers the forms. */
export const takeForms = async (
  trx: Trx,
  affiliate_id: string
): Promise<TaxFormRow[]> => {
  await trx.raw(
    "DELETE FROM affiliate_tax_standing WHERE affiliate_id = :affiliate_id",
    { affiliate_id }
  )
  return rowsOf<TaxFormRow>(
    trx,
    `DELETE FROM affiliate_tax_form f WHERE f.affiliate_id = :affiliate_id RETURNING ${COLUMNS}`,
    { affiliate_id }
  )
}
