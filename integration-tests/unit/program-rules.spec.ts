import {
  isPercentage,
  problemOfProgram,
  problemOfTierValue,
  type ProgramRules,
} from "../../src/modules/affiliate/domain/program-rules"

const program = (rules: Partial<ProgramRules> = {}): ProgramRules => ({
  commission_type: "percentage",
  commission_value: 20,
  fixed_values: [],
  levels: [],
  ...rules,
})

const levels = (...numbers: number[]) =>
  numbers.map((level) => ({ level, percent: 5, basis: "order" as const }))

test.each([0, 100, 0.0001, 12.3456, 99.9999])("%d is a percentage", (value) => {
  expect(isPercentage(value)).toBe(true)
})

test.each([-0.0001, 100.0001, 0.00001, 12.34567])(
  "%d is no percentage",
  (value) => {
    expect(isPercentage(value)).toBe(false)
  }
)

test.each<[string, Partial<ProgramRules>]>([
  ["a percentage", {}],
  ["a percentage of nothing", { commission_value: 0 }],
  [
    "a value for any currency",
    { commission_type: "fixed_per_item", commission_value: 500 },
  ],
  [
    "values by currency",
    {
      commission_type: "fixed_per_order",
      commission_value: null,
      fixed_values: [{ currency_code: "usd", amount: 5 }],
    },
  ],
  ["levels in order", { levels: levels(2, 3, 4) }],
  ["ten levels", { levels: levels(2, 3, 4, 5, 6, 7, 8, 9, 10, 11) }],
])("a program may have %s", (_what, rules) => {
  expect(problemOfProgram(program(rules))).toBeNull()
})

test.each<[string, Partial<ProgramRules>, RegExp]>([
  ["no percentage", { commission_value: null }, /'commission_value'/],
  ["more than all", { commission_value: 101 }, /'commission_value'.*101/],
  [
    "fixed values beside it",
    { fixed_values: [{ currency_code: "usd", amount: 5 }] },
    /'fixed_values'/,
  ],
  [
    "no fixed value",
    { commission_type: "fixed_per_item", commission_value: null },
    /'fixed_values'/,
  ],
  ["a level 1", { levels: levels(1) }, /level 2 was expected where 1 is/],
  ["a gap", { levels: levels(2, 4) }, /level 3 was expected where 4 is/],
  [
    "a level twice",
    { levels: levels(2, 2) },
    /level 3 was expected where 2 is/,
  ],
  [
    "levels out of order",
    { levels: levels(3, 2) },
    /level 2 was expected where 3 is/,
  ],
  ["half a level", { levels: levels(2.5) }, /level 2 was expected/],
  [
    "eleven levels",
    { levels: levels(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) },
    /at most 10/,
  ],
])("a program may not have %s", (_what, rules, message) => {
  expect(problemOfProgram(program(rules))).toMatch(message)
})

test("a tier's value is read as its program's type says", () => {
  expect(problemOfTierValue("percentage", 100)).toBeNull()
  expect(problemOfTierValue("percentage", null)).toBeNull()
  expect(problemOfTierValue("percentage", 500)).toMatch(/'commission_value'/)
  expect(problemOfTierValue("fixed_per_item", 500)).toBeNull()
})
