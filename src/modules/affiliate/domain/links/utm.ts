/** The parameters that web analytics knows, without their `utm_`. */
export const UTM_FIELDS = [
  "source",
  "medium",
  "campaign",
  "term",
  "content",
] as const

export type UtmField = (typeof UTM_FIELDS)[number]
export type Utm = Partial<Record<UtmField, string>>

/** What a template may name in braces. */
export const UTM_PLACEHOLDERS = [
  "affiliate",
  "code",
  "link",
  "campaign",
  "sub_id",
] as const

export type UtmValues = Record<(typeof UTM_PLACEHOLDERS)[number], string | null>

const PLACEHOLDER = /\{([^{}]*)\}/g

/** The first name in braces that no template knows; `null` = all are known. */
export const unknownPlaceholder = (template: string): string | null =>
  [...template.matchAll(PLACEHOLDER)]
    .map(([, name]) => name)
    .find((name) => !(UTM_PLACEHOLDERS as readonly string[]).includes(name)) ??
  null

/**
 * The parameters of one visit: the link's own go before the program's template.
 * A parameter of which nothing is left, because what it names is not there, is left out.
 *
 * @example fillUtm({ source: "{affiliate}" }, null, values) // { utm_source: "Ada" }
 */
export const fillUtm = (
  template: Utm | null,
  own: Utm | null,
  values: UtmValues
): Record<string, string> => {
  const filled: Record<string, string> = {}
  for (const field of UTM_FIELDS) {
    const text = (own?.[field] ?? template?.[field] ?? "")
      .replace(
        PLACEHOLDER,
        (_, name: string) => values[name as keyof UtmValues] ?? ""
      )
      .trim()
    if (text) {
      filled[`utm_${field}`] = text
    }
  }
  return filled
}
