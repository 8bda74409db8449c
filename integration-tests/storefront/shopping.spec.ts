import { describeWithChromium } from "../harness/chromium"
import { askedFirstPromises } from "./asked-first"
import { codePromises } from "./codes"
import { linkPromises } from "./link-to-order"
import { lookPromises } from "./looks"
import { takePictures } from "./pictures"
import { privacyPromises } from "./privacy"
import { useShopWindow } from "./shop-window"

/** The example storefront, as shoppers meet it. */
describeWithChromium("in the example storefront", () => {
  const shop = useShopWindow()

  if (process.env.DOCS_IMAGES) {
    test("pictures for the documentation", () => takePictures(shop))
    return
  }
  describe("whoever comes by a link and buys", () => linkPromises(shop))
  describe("a code", () => codePromises(shop))
  describe("a visitor who says no, or whose browser sends Global Privacy Control", () =>
    privacyPromises(shop))
  describe("a visitor who is asked first", () => askedFirstPromises(shop))
  describe("every page", () => lookPromises(shop))
})
