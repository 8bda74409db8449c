import {
  ContractTerms,
  fixedFieldChanged,
  hasStarted,
  problemOfPeriod,
} from "../../src/modules/affiliate/domain/contracts"

const at = (day: number) => new Date(Date.UTC(2026, 0, day))
const contract = (parts: Partial<ContractTerms> = {}): ContractTerms => ({
  revenue_split: "40",
  starts_at: at(10),
  ends_at: at(20),
  ...parts,
})

test("a contract has started at its first moment, not before", () => {
  expect(hasStarted(contract(), new Date(at(10).getTime() - 1))).toBe(false)
  expect(hasStarted(contract(), at(10))).toBe(true)
})

test("a contract ends after it starts, or never", () => {
  expect(problemOfPeriod(contract())).toBeNull()
  expect(problemOfPeriod(contract({ ends_at: null }))).toBeNull()
  for (const ends_at of [at(9), at(10)])
    expect(problemOfPeriod(contract({ ends_at }))).toMatch(/'ends_at'/)
})

describe("what changes", () => {
  const before = contract()

  test("may be anything before it starts", () => {
    const after = contract({ revenue_split: 50, starts_at: at(5) })
    expect(fixedFieldChanged(before, after, at(9))).toBeNull()
  })

  test("is not the split or the start from then on", () => {
    const now = at(10)
    expect(
      fixedFieldChanged(before, contract({ revenue_split: 40.0001 }), now)
    ).toBe("revenue_split")
    expect(
      fixedFieldChanged(before, contract({ starts_at: at(11) }), now)
    ).toBe("starts_at")
  })

  test("may be the end, and the same split said again", () => {
    for (const ends_at of [at(11), at(30), null])
      expect(
        fixedFieldChanged(
          before,
          contract({ revenue_split: 40, ends_at }),
          at(15)
        )
      ).toBeNull()
  })
})
