import type { Currency } from "../../harness"
import { Attribute, ATTRIBUTES, Condition, Rate, Rule } from "../model/rules"
import { Program } from "../model/terms"
import { amounts } from "../world/programs"
import { World } from "../world/world"

/** What a merchant writes into a rule. */
export type Content = Pick<
  Rule,
  "conditions" | "pays" | "capPerOrder" | "capInAll"
>

/** Everything that conditions on an attribute can name, as the model calls it. */
function valuesOf(
  { goods, partners }: World,
  program: Program
): Record<Attribute, string[]> {
  const titles = goods.map(({ ware }) => ware.title)
  return {
    variant: titles,
    product: titles,
    affiliate: partners
      .filter(({ affiliate }) => affiliate.program === program)
      .map(({ affiliate }) => affiliate.id),
    customer_kind: ["new", "returning"],
    tier: program.tiers.map(({ id }) => id),
    region: ["usd", "eur", "jpy", "kwd"],
  }
}

function chooseConditions(world: World, program: Program): Condition[] {
  const { random } = world
  const values = valuesOf(world, program)
  // The goods are what orders differ in most.
  const asked = random.chance(0.4)
    ? (["product"] as const)
    : random
        .shuffled(ATTRIBUTES.filter((of) => values[of].length > 0))
        .slice(0, random.between(0, 2))
  return asked.map((of) => ({
    of,
    among: random
      .shuffled(values[of])
      .slice(0, of === "customer_kind" ? 1 : random.between(1, 2)),
    not: random.chance(0.25),
  }))
}

function chooseRate({ random }: World): Rate {
  const some = (amounts: Record<string, number>): Record<string, number> =>
    Object.fromEntries(Object.entries(amounts).filter(() => random.chance(0.7)))
  return random.pick<() => Rate>([
    () => ({
      type: "percentage",
      value: random.pick([0, 1.5, 30, 66.6667]),
      fixed: {},
    }),
    () => ({
      type: "fixed_per_item",
      value: 0.5,
      fixed: some({ usd: 1.11, eur: 0.5, jpy: 20, kwd: 0.123 }),
    }),
    () => ({
      type: "fixed_per_order",
      value: 3,
      fixed: some({ usd: 6, jpy: 250 }),
    }),
  ])()
}

/** Chooses what a rule of a program says. */
export function chooseContent(world: World, program: Program): Content {
  const { random } = world
  const conditions = chooseConditions(world, program)
  if (conditions.length > 0 && random.chance(0.2))
    return { conditions, pays: null, capPerOrder: {}, capInAll: {} }
  return {
    conditions,
    pays: chooseRate(world),
    capPerOrder: random.chance(0.35)
      ? { usd: random.pick([2.22, 9]), eur: 1.5, jpy: 70, kwd: 1 }
      : {},
    capInAll: random.chance(0.3)
      ? { usd: random.pick([5, 25]), jpy: random.pick([100, 900]), kwd: 2 }
      : {},
  }
}

/** What the store calls a value. */
function idOf(
  { goods, store }: World,
  { of }: Condition,
  value: string
): string {
  const { ware } = goods.find((good) => good.ware.title === value) ?? {}
  switch (of) {
    case "variant":
      return ware!.variantId
    case "product":
      return ware!.productId
    case "region":
      return store.shop.markets[value as Currency].regionId
    case "affiliate":
    case "customer_kind":
    case "tier":
      return value
  }
}

/** As the routes take it; a next version says everything anew. */
export const toBody = (
  world: World,
  { conditions, pays, capPerOrder, capInAll }: Content
) => ({
  exclude: pays === null,
  conditions: conditions.map((condition) => ({
    attribute: condition.of,
    values: condition.among.map((value) => idOf(world, condition, value)),
    negate: condition.not,
  })),
  ...(pays && {
    commission_type: pays.type,
    commission_value: pays.value,
    fixed_values: amounts(pays.type === "percentage" ? {} : pays.fixed),
  }),
  cap_per_order: amounts(capPerOrder),
  cap_per_period:
    Object.keys(capInAll).length > 0
      ? { period: "all", values: amounts(capInAll) }
      : null,
})

const list = (byCurrency: Record<string, number>): string =>
  Object.entries(byCurrency)
    .map(([currency, amount]) => `${amount} ${currency}`)
    .join(", ")

export function inWords(
  { partners, programs }: World,
  { conditions, pays, capPerOrder, capInAll }: Content
): string {
  const named = (value: string): string =>
    partners.find(({ affiliate }) => affiliate.id === value)?.affiliate.name ??
    programs.flatMap(({ tiers }) => tiers).find(({ id }) => id === value)
      ?.name ??
    value
  const meant = conditions.map(
    ({ of, among, not }) =>
      `${of} ${not ? "not " : ""}${among.map(named).join(" or ")}`
  )
  return [
    `for ${meant.join(" and ") || "everything"}`,
    pays
      ? `${pays.type} ${list(pays.fixed) || pays.value}`
      : "nothing is earned",
    ...(list(capPerOrder) ? [`at most ${list(capPerOrder)} an order`] : []),
    ...(list(capInAll) ? [`at most ${list(capInAll)} in all`] : []),
  ].join("; ")
}
