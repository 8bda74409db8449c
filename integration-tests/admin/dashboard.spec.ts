import { describeWithChromium } from "../harness/chromium"
import { WITH_SANDBOX } from "../support/sandbox"
import { affiliatePromises } from "./affiliates"
import { commissionPromises } from "./commissions"
import { useDashboard } from "./dashboard"
import { playDay } from "./day"
import { everyPagePromises } from "./every-page"
import { corePagePromises } from "./core-pages"
import { overviewPromises } from "./overview"
import { payoutProviderPromises } from "./payout-providers"
import { payoutPromises } from "./payouts"
import { takePictures } from "./pictures"
import { programPromises } from "./programs"

/** Pages are compiled as they are first opened, on a machine that may be busy. */
const TEST_MS_MAX = 600_000

jest.setTimeout(TEST_MS_MAX)

describeWithChromium("the dashboard, in a browser", () => {
  const dashboard = useDashboard(playDay, {
    ...WITH_SANDBOX,
    PAYOUT_STORE_CREDIT: "true",
  })

  if (process.env.DOCS_IMAGES) {
    test("pictures for the documentation", () => takePictures(dashboard))
    return
  }
  overviewPromises(dashboard)
  affiliatePromises(dashboard)
  programPromises(dashboard)
  commissionPromises(dashboard)
  payoutPromises(dashboard)
  payoutProviderPromises(dashboard)
  corePagePromises(dashboard)
  everyPagePromises(dashboard)
})
