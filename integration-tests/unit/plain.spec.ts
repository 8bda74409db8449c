import { BigNumber } from "@medusajs/framework/utils"
import { plain } from "../../src/api/utils/plain"

test("amounts are numbers and their raw twins stay inside, however deep", () => {
  const at = new Date()
  const answer = plain({
    amount: new BigNumber("12.5"),
    raw_amount: { value: "12.5", precision: 20 },
    nothing: null,
    at,
    list: [{ amount: new BigNumber(3), raw_amount: {} }, "text", 5],
  })
  expect(answer).toEqual({
    amount: 12.5,
    nothing: null,
    at,
    list: [{ amount: 3 }, "text", 5],
  })
})
