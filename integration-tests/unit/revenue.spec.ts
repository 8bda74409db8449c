import fc from "fast-check"
import { entitlementsOf } from "../../src/modules/affiliate/domain/entitlement"
import { toAmount } from "../../src/modules/affiliate/domain/money"
import { revenueOf } from "../../src/modules/affiliate/domain/revenue"
import { orders, snapshot, terms } from "./support/orders"

const worth = (total: number, total_before_refunds: number) =>
  snapshot({
    total: toAmount(total),
    total_before_refunds: toAmount(total_before_refunds),
  })

test.each([
  ["nothing given back", worth(228.8, 228.8), 198, "198"],
  ["33 of 228.80 given back", worth(195.8, 228.8), 198, "169.44"],
  ["all given back", worth(0, 228.8), 198, "0"],
  ["more than all given back", worth(-5, 228.8), 198, "0"],
  ["cancelled", worth(228.8, 228.8), 0, "0"],
  ["an order of nothing", worth(0, 0), 0, "0"],
  ["half a cent is rounded up, once", worth(50, 100), 0.01, "0.01"],
])("%s", (_, order, base, expected) => {
  expect(revenueOf(order, toAmount(base)).toFixed()).toBe(expected)
})

test("the commission of 100 % is the revenue: both are scaled alike, and rounded once", () => {
  const everything = terms({ commission_value: "100" })
  fc.assert(
    fc.property(orders, (order) => {
      const { base_total, entitlements } = entitlementsOf(
        order,
        "aff_1",
        everything
      )
      expect(revenueOf(order, base_total).toFixed()).toBe(
        entitlements[0].amount.toFixed()
      )
    })
  )
})
