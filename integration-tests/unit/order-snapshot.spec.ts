import { toAmount } from "../../src/modules/affiliate/domain/money"
import { isFullyPaid } from "../../src/modules/affiliate/domain/order-snapshot"
import { snapshot } from "./support/orders"

const order = (paid: string, payable: string, digits = 2) =>
  snapshot({ paid: toAmount(paid), payable: toAmount(payable), digits })

test.each([
  ["nothing of it", "0", "228.8", 2, false],
  ["a part of it", "228.79", "228.8", 2, false],
  ["all of it", "228.8", "228.8", 2, true],
  ["more than it", "228.8", "129.8", 2, true],
  ["an order that costs nothing", "0", "0", 2, true],
  ["an order that is owed something", "0", "-5", 2, true],
  ["all that a coin can pay", "70.37", "70.3703", 2, true],
  ["a cent too little", "70.36", "70.3703", 2, false],
  [
    "all of it but for what a division left",
    "272.066666666666666667",
    "272.06666666666666667",
    2,
    true,
  ],
  [
    "half a cent but for the same",
    "197.004999999999999",
    "197.005000000000001",
    2,
    true,
  ],
  ["yen", "909", "909.1", 0, true],
  ["a yen too little", "908", "909.1", 0, false],
  ["dinars", "13.332", "13.3318", 3, true],
  ["a fils too little", "13.331", "13.3321", 3, false],
])("paid: %s", (_name, paid, payable, digits, expected) => {
  expect(isFullyPaid(order(paid, payable, digits))).toBe(expected)
})

test("a cancelled order is never paid, however much was taken", () => {
  const canceled = { ...order("228.8", "228.8"), canceled_at: new Date() }
  expect(isFullyPaid(canceled)).toBe(false)
})
