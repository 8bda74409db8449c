import { readFileSync } from "node:fs"
import { gzipSync } from "node:zlib"
import { describeWithChromium } from "../harness/chromium"
import { guidePromises } from "./guide"
import { usePlainShop } from "./shop-window"
import { BUILT, snippetPromises } from "./snippet"

/** The kit in pages of plain HTML. */

test("the snippet weighs less than 2 kB on its way to a shopper", () => {
  expect(gzipSync(readFileSync(BUILT)).length).toBeLessThan(2000)
})

describeWithChromium("in a shop of plain HTML", () => {
  const shop = usePlainShop()

  describe("the snippet", () => snippetPromises(shop))
  describe("the page of the guide", () => guidePromises(shop))
})
