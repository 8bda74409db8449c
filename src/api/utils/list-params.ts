import { z } from "@medusajs/framework/zod"
import {
  createFindParams,
  createSelectParams,
} from "@medusajs/medusa/api/utils/validators"

import { says } from "./says"

/** How many rows one page of a list may have. */
export const ADMIN_LIMIT_MAX = 1000
export const AFFILIATE_LIMIT_MAX = 100
const LIMIT_DEFAULT = 20
/** The largest number a Postgres `integer` holds. */
const INTEGER_MAX = 2_147_483_647
/** Longer than any name or address somebody looks for. */
const SEARCH_LENGTH_MAX = 200

/**
 * The parameters of a list: `limit`, `offset`, `order`, `fields` and the
 * filters given. Anything else is refused.
 *
 * @param limit_max more than that in one page is refused
 */
export const listParams = <Filters extends z.ZodRawShape>(
  limit_max: number,
  filters: Filters
) =>
  createFindParams()
    .omit({ with_deleted: true })
    .extend({
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(limit_max)
        .default(LIMIT_DEFAULT),
      offset: z.coerce.number().int().min(0).default(0),
      order: z.string().min(1).default("-created_at"),
      ...filters,
    })
    .strict()

/** The parameters of one thing: `fields`. */
export const selectParams = () => createSelectParams().strict()

/**
 * A value, a list of values, or operators on it. An operator that is not known
 * is refused: a filter that is quietly left out finds everything.
 */
const filter = <Value extends z.ZodType>(value: Value) => {
  const values = z.array(value).min(1)
  return z
    .union([
      value,
      values,
      z
        .object({
          $eq: value,
          $ne: value,
          $in: values,
          $nin: values,
          $gt: value,
          $gte: value,
          $lt: value,
          $lte: value,
        })
        .partial()
        .strict()
        .refine(
          (operators) => Object.keys(operators).length > 0,
          says("must have an operator")
        ),
    ])
    .optional()
}

/** Postgres text holds everything but this. */
const filterText = z
  .string()
  .regex(/^[^\u0000]*$/, says("has a character that cannot be found"))

/** A text, a list of texts, or operators on one (`$in`, `$ne`, …). */
export const textFilter = () => filter(filterText)

/** One of some words, a list of them, or operators. */
export const wordFilter = <Words extends readonly [string, ...string[]]>(
  words: Words
) => filter(z.enum(words))

/** A whole number, a list of them, or operators. */
export const numberFilter = () =>
  filter(z.coerce.number().int().min(-INTEGER_MAX).max(INTEGER_MAX))

/** A time in ISO 8601, or operators on it (`$gte`, `$lt`, …). */
export const timeFilter = () => filter(z.coerce.date())

export const searchParam = () =>
  filterText.trim().max(SEARCH_LENGTH_MAX).optional()

/** The text as it stands, where `%` and `_` mean any text in a search. */
const literally = (text: string): string =>
  text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/**
 * Turns `q` into a filter: any of the fields contains the text, in any letter
 * case, or any of the numbers is it.
 *
 * @param fields paths like `affiliate.name`
 * @param numbers integer fields, like an order's number
 */
export const searchFilter = (
  q: string | undefined,
  fields: string[],
  numbers: string[] = []
): { $or?: Record<string, unknown>[] } => {
  if (!q) {
    return {}
  }
  const contains = { $ilike: `%${literally(q)}%` }
  // What people write before an order's number.
  const number = Number(q.replace(/^#/, ""))
  return {
    $or: [
      ...fields.map((path) => atPath(path, contains)),
      ...(Number.isInteger(number) && Math.abs(number) <= INTEGER_MAX
        ? numbers.map((path) => atPath(path, number))
        : []),
    ],
  }
}

const atPath = (path: string, value: unknown): Record<string, unknown> =>
  path
    .split(".")
    .reverse()
    .reduce<unknown>((inner, key) => ({ [key]: inner }), value) as Record<
    string,
    unknown
  >
