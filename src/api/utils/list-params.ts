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
 * The parameters of every list: `limit`, `offset`, `order`, `fields`, `q`,
 * `created_at`, and the filters given. Anything else is refused.
 *
 * @param limit_max more than that in one page is refused
 * @param order where none is asked for
 */
export const listParams = <Filters extends z.ZodRawShape>(
  limit_max: number,
  filters: Filters,
  order = "-created_at"
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
      order: z.string().min(1).default(order),
      q: searchParam(),
      created_at: timeFilter(),
      ...filters,
    })
    .strict()

/** The parameters of one thing: `fields`. */
export const selectParams = () => createSelectParams().strict()

/**
 * A value, a list of values, or operators on it. An operator that is not known
 * is refused: a filter that is quietly left out finds everything.
 */
const filter = <
  Value extends z.ZodType,
  More extends z.ZodRawShape = Record<never, never>,
>(
  value: Value,
  more?: More
) => {
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
          ...(more as More),
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

/** Postgres refuses a pattern whose last sign takes the meaning from one that is not there. */
const pattern = filterText.regex(
  /^(?:[^\\]|\\[^])*$/,
  says("must not end with a single \\")
)

/** A text, a list of texts, or operators on one (`$in`, `$ne`, `$ilike`, …). */
export const textFilter = () =>
  filter(filterText, { $like: pattern, $ilike: pattern })

/** A currency in any letter case, a list of them, or operators. */
export const currencyFilter = () =>
  filter(filterText.transform((code) => code.toLowerCase()))

/** One of some words, a list of them, or operators. */
export const wordFilter = <Words extends readonly [string, ...string[]]>(
  words: Words
) => filter(z.enum(words))

type WordFilter<Word extends string> = NonNullable<
  z.infer<ReturnType<typeof wordFilter<readonly [Word, ...Word[]]>>>
>

/** Of some words those that a filter lets through, for what is reckoned and no column. */
export const wordsThatPass = <Word extends string>(
  words: readonly Word[],
  filter: WordFilter<Word>
): Word[] => {
  if (typeof filter === "string" || Array.isArray(filter)) {
    return words.filter((word) => [filter].flat().includes(word))
  }
  const { $eq, $ne, $in, $nin, $gt, $gte, $lt, $lte } = filter
  return words.filter(
    (word) =>
      ($eq === undefined || word === $eq) &&
      ($ne === undefined || word !== $ne) &&
      ($in === undefined || $in.includes(word)) &&
      ($nin === undefined || !$nin.includes(word)) &&
      ($gt === undefined || word > $gt) &&
      ($gte === undefined || word >= $gte) &&
      ($lt === undefined || word < $lt) &&
      ($lte === undefined || word <= $lte)
  )
}

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
