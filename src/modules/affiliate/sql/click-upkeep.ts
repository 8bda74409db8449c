import type { Knex } from "@medusajs/framework/mikro-orm/knex"

import { rowsOf, Trx } from "../ledger/transaction"

/** Visitors forgotten in one statement. */
const FORGET_CHUNK = 5_000
/** A visitor is compared with the salt of today and of yesterday. */
const SALTS_KEPT_DAYS = 2

/** The salts of days, made where a day has none yet: the same for every instance. */
export const readSalts = async (
  knex: Knex,
  wanted: { day: string; salt: string }[]
): Promise<Map<string, string>> => {
  const days = wanted.map(({ day }) => day)
  await knex.raw(
    `INSERT INTO affiliate_click_salt (day, salt)
     SELECT * FROM unnest(:days::date[], :salts::text[])
     ON CONFLICT (day) DO NOTHING`,
    { days, salts: wanted.map(({ salt }) => salt) }
  )
  const { rows } = await knex.raw<{ rows: { day: string; salt: string }[] }>(
    `SELECT day::text, salt FROM affiliate_click_salt
      WHERE day = ANY(:days::date[])`,
    { days }
  )
  return new Map(rows.map(({ day, salt }) => [day, salt]))
}

/** Makes the months that clicks will fall into; @returns how many were missing */
export const addClickMonths = async (
  trx: Trx,
  months_ahead: number
): Promise<number> => {
  const [{ made }] = await rowsOf<{ made: number }>(
    trx,
    "SELECT affiliate_add_click_months(:months_ahead) AS made",
    { months_ahead }
  )
  return made
}

/**
 * Drops whole months of clicks that ended longer ago than they are kept. The
 * sums by day stay.
 *
 * @returns the names of the months
 */
export const dropClickMonths = async (
  trx: Trx,
  kept_months: number
): Promise<string[]> => {
  const months = await rowsOf<{ name: string }>(
    trx,
    `SELECT c.relname AS name
       FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
      WHERE i.inhparent = 'affiliate_click'::regclass
        AND c.relname ~ '^affiliate_click_\\d{4}_\\d{2}$'
        AND to_date(right(c.relname, 7), 'YYYY_MM')
            < date_trunc('month', now() AT TIME ZONE 'utc') - make_interval(months => :kept_months)
      ORDER BY 1`,
    { kept_months }
  )
  for (const { name } of months) {
    await trx.raw("ALTER TABLE affiliate_click DETACH PARTITION ??", [name])
    await trx.raw("DROP TABLE ??", [name])
  }
  return months.map(({ name }) => name)
}

/** Forgets visitors who were counted more than a day ago, a chunk; @returns how many */
export const forgetVisitors = async (trx: Trx): Promise<number> => {
  const rows = await rowsOf(
    trx,
    `DELETE FROM affiliate_click_visitor
      WHERE ctid = ANY(ARRAY(
              SELECT ctid FROM affiliate_click_visitor
               WHERE counted_at < now() - interval '25 hours'
               LIMIT ${FORGET_CHUNK} FOR UPDATE SKIP LOCKED))
      RETURNING key`
  )
  return rows.length
}

/** Throws salts away: without its salt a hash says nothing, whoever has the addresses. */
export const dropSalts = async (trx: Trx): Promise<void> => {
  await trx.raw(
    `DELETE FROM affiliate_click_salt
      WHERE day < (now() AT TIME ZONE 'utc')::date - ${SALTS_KEPT_DAYS}`
  )
}
