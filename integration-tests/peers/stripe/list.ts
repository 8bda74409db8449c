import { invalid } from "./api-error"
import type { Form } from "./form"

/** Stripe's pages: newest first, by cursor. */
export interface Page<T> {
  object: "list"
  data: T[]
  has_more: boolean
  url: string
}

const LIMIT_DEFAULT = 10
const LIMIT_MAX = 100

/** What every list takes. */
export const PAGE_PARAMS = ["limit", "starting_after", "ending_before"]

/** @param newest_first everything that the filters leave */
export function page<T extends { id: string }>(
  newest_first: T[],
  url: string,
  form: Form
): Page<T> {
  const limit = limitOf(form.limit)
  const from = cursor(newest_first, form.starting_after, "starting_after")
  const before = cursor(newest_first, form.ending_before, "ending_before")
  if (before !== undefined) {
    const start = Math.max(0, before - limit)
    return {
      object: "list",
      data: newest_first.slice(start, before),
      has_more: start > 0,
      url,
    }
  }
  const start = from === undefined ? 0 : from + 1
  return {
    object: "list",
    data: newest_first.slice(start, start + limit),
    has_more: start + limit < newest_first.length,
    url,
  }
}

function limitOf(value: unknown): number {
  if (value === undefined) return LIMIT_DEFAULT
  const limit = Number(value)
  if (!Number.isInteger(limit) || limit < 1 || limit > LIMIT_MAX) {
    throw invalid(
      `This value must be between 1 and ${LIMIT_MAX} (it currently is '${String(value)}').`,
      { code: "parameter_invalid_integer", param: "limit" }
    )
  }
  return limit
}

function cursor(
  all: { id: string }[],
  id: unknown,
  param: string
): number | undefined {
  if (id === undefined) return undefined
  const at = all.findIndex((one) => one.id === id)
  if (at < 0) {
    throw invalid(`No such object: '${String(id)}'`, {
      code: "resource_missing",
      param,
    })
  }
  return at
}
