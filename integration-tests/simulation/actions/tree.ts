import { ok } from "../../harness"
import { Affiliate } from "../model/terms"
import { Action, expectRefused } from "./action"

const isAbove = (one: Affiliate, other: Affiliate | null): boolean =>
  other !== null && (other === one || isAbove(one, other.parent))

/** The old parent keeps the orders there were; nobody gets above themselves. */
export const changeParent: Action = {
  name: "change a parent",
  weight: 5,
  asks: "terms",
  plan: ({ random, partners, store }) => {
    const { affiliate } = random.pick(partners)
    const others = partners
      .map((partner) => partner.affiliate)
      .filter(
        ({ program, id }) =>
          program === affiliate.program && id !== affiliate.id
      )
    if (others.length === 0) return null
    const parent = random.chance(0.2) ? null : random.pick(others)
    if (parent === affiliate.parent) return null
    return {
      words: `${affiliate.name} is put below ${parent?.name ?? "nobody"}`,
      run: async () => {
        const answer = await store.admin.post(
          `/admin/affiliates/${affiliate.id}`,
          { parent_id: parent?.id ?? null }
        )
        if (isAbove(affiliate, parent)) {
          expectRefused(answer, `${parent?.name} is below ${affiliate.name}`)
          return
        }
        ok(answer)
        affiliate.parent = parent
      },
    }
  },
}
