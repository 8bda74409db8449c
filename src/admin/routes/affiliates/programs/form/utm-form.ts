import { z } from "@medusajs/framework/zod"

import type { Translate } from "../../../../lib/form-rules"
import type { Utm } from "../../../../types"

/** The parameters that web analytics knows, without their `utm_`. */
export const UTM_FIELDS = [
  "source",
  "medium",
  "campaign",
  "term",
  "content",
] as const

const LENGTH_MAX = 200

/** Braces around anything that is not filled in. */
const UNKNOWN = /\{(?!(affiliate|code|link|campaign|sub_id)\})[^{}]*\}/

const parameterRule = (t: Translate) =>
  z
    .string()
    .trim()
    .max(LENGTH_MAX, t("common.form.tooLong", { max: LENGTH_MAX }))
    .refine((text) => !UNKNOWN.test(text), {
      error: t("programs.form.utmUnknown"),
    })

/** What links tell web analytics as a form holds it: nothing is an empty text. */
export const utmRule = (t: Translate) =>
  z.object({
    source: parameterRule(t),
    medium: parameterRule(t),
    campaign: parameterRule(t),
    term: parameterRule(t),
    content: parameterRule(t),
  })

export type UtmRow = z.infer<ReturnType<typeof utmRule>>

export const toUtmRow = (utm: Utm | null): UtmRow => ({
  source: utm?.source ?? "",
  medium: utm?.medium ?? "",
  campaign: utm?.campaign ?? "",
  term: utm?.term ?? "",
  content: utm?.content ?? "",
})

/** What was typed in; `null` = nothing. */
export function toUtm(row: UtmRow): Utm | null {
  const typed = UTM_FIELDS.flatMap((field) => {
    const text = row[field].trim()
    return text ? [[field, text]] : []
  })
  return typed.length ? Object.fromEntries(typed) : null
}
