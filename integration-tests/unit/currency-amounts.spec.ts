import { problemOfAmounts } from "../../src/modules/affiliate/domain/currency-amounts"

const DIGITS = new Map([
  ["jpy", 0],
  ["usd", 2],
  ["kwd", 3],
])

const problem = (currency_code: string, amount: number) =>
  problemOfAmounts(
    [{ field: "minimum_payouts", currency_code, amount }],
    DIGITS
  )

test.each([
  ["jpy", 500],
  ["usd", 0.01],
  ["USD", 5.5],
  ["kwd", 0.001],
  ["usd", 0],
])("%s may be %d", (currency, amount) => {
  expect(problem(currency, amount)).toBeNull()
})

test.each([
  ["jpy", 0.5],
  ["usd", 0.001],
  ["usd", 0.1 + 0.2],
  ["kwd", 1e-7],
])("%s may not be %d, and the field is named", (currency, amount) => {
  expect(problem(currency, amount)).toMatch(
    new RegExp(`'minimum_payouts'.*${currency}`)
  )
})

test("an unknown currency is named", () => {
  expect(problem("xqz", 1)).toMatch(/'minimum_payouts'.*xqz is unknown/)
})

test("the first wrong amount of many is told", () => {
  const amounts = [
    { field: "fixed_values", currency_code: "usd", amount: 1 },
    { field: "milestones", currency_code: "jpy", amount: 1.5 },
    { field: "minimum_payouts", currency_code: "xqz", amount: 1 },
  ]
  expect(problemOfAmounts(amounts, DIGITS)).toMatch(/'milestones'/)
  expect(problemOfAmounts([], DIGITS)).toBeNull()
})
