import { Amount, toAmount, toDecimal, ZERO } from "./money"

/** What a tier asks for; over `window_days` up to now, `null` = since ever. */
export interface TierRequirement {
  metric: "revenue" | "orders" | "commission"
  window_days: number | null
  /** Of `threshold`; orders are counted and have none. */
  currency_code?: string
  /** At least that much: major units, or orders. */
  threshold: number
}

/** What a requirement looks at, whatever it asks for. */
export interface Measure {
  /** The same for all requirements that look at the same. */
  key: string
  metric: TierRequirement["metric"]
  window_days: number | null
  currency_code: string | null
}

/** An affiliate's figures by the keys of their measures; what is missing is zero. */
export type TierFigures = ReadonlyMap<string, Amount>

/** A requirement of a tier beside what was found; decimals as text. */
export interface RequirementFigure {
  tier_id: string
  metric: TierRequirement["metric"]
  window_days: number | null
  currency_code: string | null
  threshold: string
  found: string
  met: boolean
}

export interface RankedTier {
  id: string
  /** Higher is better. */
  rank: number
  auto: boolean
  requirements: TierRequirement[]
}

export const measureOf = ({
  metric,
  window_days,
  currency_code,
}: TierRequirement): Measure => {
  const currency = currency_code?.toLowerCase() ?? null
  return {
    key: [metric, window_days ?? "ever", currency ?? "any"].join("/"),
    metric,
    window_days,
    currency_code: currency,
  }
}

/** All that has to be known of an affiliate to find its tier, each once. */
export const measuresOf = (tiers: RankedTier[]): Measure[] => {
  const measures = tiers
    .filter(({ auto }) => auto)
    .flatMap(({ requirements }) => requirements.map(measureOf))
  return [
    ...new Map(measures.map((measure) => [measure.key, measure])).values(),
  ]
}

/** Each requirement of a tier beside what was found. */
export const figuresOf = (
  tier: RankedTier,
  figures: TierFigures
): RequirementFigure[] =>
  tier.requirements.map((requirement) => {
    const { key, metric, window_days, currency_code } = measureOf(requirement)
    const found = figures.get(key) ?? ZERO
    const threshold = toAmount(requirement.threshold)
    return {
      tier_id: tier.id,
      metric,
      window_days,
      currency_code,
      threshold: toDecimal(threshold),
      found: toDecimal(found),
      met: found.gte(threshold),
    }
  })

const isMet = (tier: RankedTier, figures: TierFigures): boolean =>
  figuresOf(tier, figures).every(({ met }) => met)

/** Of equal ranks the tier that the affiliate is in, so that nobody moves back and forth; else by id. */
const fromTheTop =
  (current: string | null) =>
  (a: RankedTier, b: RankedTier): number =>
    b.rank - a.rank ||
    Number(b.id === current) - Number(a.id === current) ||
    (a.id < b.id ? -1 : 1)

/**
 * Which tier an affiliate is to be in by the requirements alone: the highest
 * automatic tier whose requirements are all met, and none where none is. A
 * tier without requirements is always met.
 *
 * A tier that is not automatic is a person's decision, and stays. An automatic
 * one is entered and left by the figures, also by whom a person put there: to
 * pin an affiliate, use a tier that is not automatic.
 *
 * @param current the tier the affiliate is in; `null` = none
 * @param tiers of its program, in any sequence
 */
export const tierToBeIn = (
  current: string | null,
  tiers: RankedTier[],
  figures: TierFigures
): string | null => {
  const automatic = tiers.filter(({ auto }) => auto)
  if (current !== null && !automatic.some(({ id }) => id === current)) {
    return current
  }
  const [reached] = automatic
    .filter((tier) => isMet(tier, figures))
    .sort(fromTheTop(current))
  return reached?.id ?? null
}

/**
 * The automatic tier an affiliate works towards: the lowest above the one it
 * is in. `null` at the top, and for whoever was put into a tier by hand.
 */
export const tierAbove = (
  current: string | null,
  tiers: RankedTier[]
): RankedTier | null => {
  const automatic = tiers.filter(({ auto }) => auto)
  const standing = automatic.find(({ id }) => id === current)
  if (current !== null && !standing) {
    return null
  }
  const above = automatic.filter(
    ({ rank }) => !standing || rank > standing.rank
  )
  return above.sort(fromTheTop(null)).at(-1) ?? null
}
