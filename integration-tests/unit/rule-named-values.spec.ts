import {
  newlyNamed,
  problemOfNamedValues,
} from "../../src/modules/affiliate/domain/rules/named-values"
import type { RuleAttribute } from "../../src/modules/affiliate/domain/rules/rule"

const found = (values: Partial<Record<RuleAttribute, string[]>>) =>
  new Map(
    Object.entries(values).map(([attribute, there]) => [
      attribute as RuleAttribute,
      new Set(there),
    ])
  )

describe("what a rule names", () => {
  test("is looked for by condition, words and what it named before left out", () => {
    expect(
      newlyNamed(
        [
          { attribute: "customer_kind", values: ["new"] },
          { attribute: "tag", values: ["t1", "t2"] },
          { attribute: "tag", values: ["t3"], negate: true },
          { attribute: "region", values: ["r1"] },
          { attribute: "item_kind", values: ["on_sale"] },
        ],
        [
          { attribute: "tag", values: ["t2"] },
          // Of another attribute, which says nothing of regions.
          { attribute: "type", values: ["r1"] },
        ]
      )
    ).toEqual([
      { at: 1, attribute: "tag", values: ["t1"] },
      { at: 2, attribute: "tag", values: ["t3"] },
      { at: 3, attribute: "region", values: ["r1"] },
    ])
  })

  test("is refused by condition and value where it does not exist", () => {
    const named = [
      { at: 0, attribute: "tag" as const, values: ["t1", "t2"] },
      { at: 3, attribute: "customer_group" as const, values: ["g1"] },
    ]
    expect(
      problemOfNamedValues(
        named,
        found({ tag: ["t1", "t2"], customer_group: ["g1"] })
      )
    ).toBeNull()
    expect(
      problemOfNamedValues(named, found({ tag: ["t1", "t2"], type: ["g1"] }))
    ).toBe("Field 'conditions.3.values': there is no customer group g1")
    expect(
      problemOfNamedValues(named, found({ tag: ["t2"], customer_group: [] }))
    ).toBe("Field 'conditions.0.values': there is no tag t1")
  })

  test("is told up to five, and of the rest how many", () => {
    const values = ["1", "2", "3", "4", "5", "6", "7"]
    expect(
      problemOfNamedValues([{ at: 0, attribute: "product", values }], found({}))
    ).toBe(
      "Field 'conditions.0.values': there is no product 1, 2, 3, 4, 5 and 2 more"
    )
  })
})
