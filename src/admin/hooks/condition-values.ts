import type { UseQueryOptions } from "@tanstack/react-query"
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"

import { ruleKeys } from "../lib/query-keys"
import type { NamedValue } from "../lib/value-sources"
import { VALUE_SOURCES } from "../lib/value-sources"
import { WORD_VALUES } from "../lib/rule-attributes"
import type { RuleAttribute } from "../types"

const OFFERED = 20

/** Asked for in one request; more of them would make its address too long. */
const NAMED_MAX = 100

const keyOf = (attribute: RuleAttribute, query: object) => [
  ...ruleKeys.all,
  "values",
  attribute,
  query,
]

/** What may be chosen for an attribute, found by words. */
export function useConditionOptions(
  attribute: RuleAttribute,
  { q, programId }: { q?: string; programId: string }
): NamedValue[] {
  const { t } = useTranslation("affiliate")
  const source = VALUE_SOURCES[attribute]
  const query = { q: q || undefined, limit: OFFERED, programId }
  const { data = [] } = useQuery({
    queryKey: keyOf(attribute, query),
    queryFn: () => source?.find(query) ?? [],
    placeholderData: keepPreviousData,
    enabled: !!source,
  })
  if (source) {
    return data
  }
  const words = q?.trim().toLowerCase() ?? ""
  return (WORD_VALUES[attribute] ?? [])
    .map((value) => ({ value, label: t(`rules.value.${value}`) }))
    .filter(({ label }) => label.toLowerCase().includes(words))
}

/** Values by attribute, of which the names are wanted. */
export type WantedValues = Partial<Record<RuleAttribute, string[]>>

/** Answers a value's name: `undefined` = not known yet, `null` = no longer there. */
export type NameOf = (
  attribute: RuleAttribute,
  value: string
) => string | null | undefined

/** The names of values, asked for an attribute at a time. */
export function useValueNames(wanted: WantedValues): NameOf {
  const { t } = useTranslation("affiliate")
  const asked = Object.entries(wanted).flatMap(([name, values]) => {
    const attribute = name as RuleAttribute
    const source = VALUE_SOURCES[attribute]
    return source
      ? chunks([...new Set(values)].sort()).map((ids) => ({
          attribute,
          source,
          ids,
        }))
      : []
  })
  const answers = useQueries<UseQueryOptions<NamedValue[]>[]>({
    queries: asked.map(({ attribute, source, ids }) => ({
      queryKey: keyOf(attribute, { ids }),
      queryFn: () => source.find({ ids, limit: ids.length }),
      placeholderData: keepPreviousData,
    })),
  })
  const found = JSON.stringify(
    asked.flatMap(({ attribute, ids }, index) => {
      const { data, isPlaceholderData } = answers[index] ?? {}
      const labels = new Map(
        data?.map(({ value, label }) => [value, label] as const)
      )
      // Only an answer about just these values says that one is gone.
      const known = data && !isPlaceholderData ? ids : [...labels.keys()]
      return known.map((id) => [`${attribute} ${id}`, labels.get(id) ?? null])
    })
  )

  // Kept while the names are the same, so that what is told with them is, too.
  return useMemo(() => {
    const names = new Map<string, string | null>(JSON.parse(found))
    return (attribute, value) => {
      const word = WORD_VALUES[attribute]?.find((known) => known === value)
      return word
        ? t(`rules.value.${word}`)
        : names.get(`${attribute} ${value}`)
    }
  }, [found, t])
}

function chunks(ids: string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / NAMED_MAX) }, (_, index) =>
    ids.slice(index * NAMED_MAX, (index + 1) * NAMED_MAX)
  )
}
