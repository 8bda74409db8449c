import { ok } from "../../harness"
import { Level, Program } from "../model/terms"
import { Action, Deed } from "./action"

const suspend: Action = {
  name: "suspend or reinstate",
  weight: 4,
  asks: "terms",
  plan: ({ random, partners, store }) => {
    // Those in the middle of the tree more often: they leave a level empty.
    const above = partners.filter((partner) =>
      partners.some(({ affiliate }) => affiliate.parent === partner.affiliate)
    )
    const { affiliate } = random.pick(
      above.length > 0 && random.chance(0.4) ? above : partners
    )
    const verb = affiliate.status === "approved" ? "suspend" : "reinstate"
    return {
      words: `the merchant ${verb}s ${affiliate.name}`,
      run: async () => {
        ok(
          await store.admin.post(
            `/admin/affiliates/${affiliate.id}/${verb}`,
            {}
          )
        )
        affiliate.status = verb === "suspend" ? "suspended" : "approved"
      },
    }
  },
}

const LEVELS: Level[][] = [
  [],
  [{ level: 2, percent: 7.5, basis: "order" }],
  [
    { level: 2, percent: 0, basis: "order" },
    { level: 3, percent: 1.25, basis: "order" },
  ],
  [
    { level: 2, percent: 20, basis: "commission" },
    { level: 3, percent: 2, basis: "order" },
  ],
]

const changeTerms: Action = {
  name: "change a program's terms",
  weight: 5,
  asks: "terms",
  plan: ({ random, programs, store }) => {
    const program = random.pick(programs)
    const deed = (
      words: string,
      fields: Partial<Program>,
      body: object
    ): Deed => ({
      words: `the program ${program.name} ${words}`,
      run: async () => {
        ok(
          await store.admin.post(
            `/admin/affiliate-programs/${program.id}`,
            body
          )
        )
        Object.assign(program, fields)
      },
    })
    if (program.levels.length > 0 && random.chance(0.4)) {
      const levels = random.pick(LEVELS)
      const words = levels.map(
        ({ level, percent, basis }) =>
          `${percent} % of the ${basis} to ${level}`
      )
      return deed(
        `pays levels above ${words.join(", ") || "nothing"}`,
        { levels },
        { levels }
      )
    }
    const days = random.pick([0, 14, 30])
    const percent = random.pick([0, 1.5, 15, 40])
    const isFixed = Object.keys(program.fixed).length > 0
    if (isFixed || random.chance(0.3)) {
      if (days === program.holdDays) return null
      return deed(
        `holds for ${days} days`,
        { holdDays: days },
        { hold_days: days }
      )
    }
    if (percent === program.value) return null
    return deed(
      `pays ${percent}`,
      { value: percent },
      { commission_value: percent }
    )
  },
}

const changePerson: Action = {
  name: "change an affiliate's rate",
  weight: 3,
  asks: "terms",
  plan: ({ random, partners, store }) => {
    const { affiliate } = random.pick(partners)
    const percent = random.pick([null, null, 2.75, 50])
    if (percent === affiliate.percent) return null
    return {
      words: `${affiliate.name} gets ${percent === null ? "the usual rate" : `${percent} %`}`,
      run: async () => {
        const body = { commission_percent: percent }
        ok(await store.admin.post(`/admin/affiliates/${affiliate.id}`, body))
        affiliate.percent = percent
      },
    }
  },
}

const changeTier: Action = {
  name: "put into a tier",
  weight: 6,
  asks: "terms",
  plan: ({ random, partners, store }) => {
    const { affiliate } = random.pick(partners)
    const { tiers } = affiliate.program
    if (tiers.length === 0) return null
    const tier = random.pick([null, ...tiers])
    if (tier === affiliate.tier) return null
    return {
      words: `${affiliate.name} is put into ${tier ? `the tier ${tier.name}` : "no tier"}`,
      run: async () => {
        const body = { tier_id: tier?.id ?? null }
        ok(await store.admin.post(`/admin/affiliates/${affiliate.id}`, body))
        affiliate.tier = tier
      },
    }
  },
}

const changeTierRate: Action = {
  name: "change a tier's rate",
  weight: 3,
  asks: "terms",
  plan: ({ random, programs, store }) => {
    const tier = random.pick(programs.flatMap(({ tiers }) => tiers))
    const value = random.pick([null, 3, 17.5, 60])
    if (value === tier.value) return null
    return {
      words: `the tier ${tier.name} pays ${value ?? "as the program does"}`,
      run: async () => {
        const body = { commission_value: value }
        ok(await store.admin.post(`/admin/affiliate-tiers/${tier.id}`, body))
        tier.value = value
      },
    }
  },
}

export const terms: Action[] = [
  suspend,
  changeTerms,
  changePerson,
  changeTier,
  changeTierRate,
]
