import { describeWithChromium } from "../harness/chromium"
import { affiliatePromises } from "./affiliates"
import { commissionPromises } from "./commissions"
import { useDashboard } from "./dashboard"
import { playDay } from "./day"
import { everyPagePromises } from "./every-page"
import { corePagePromises } from "./core-pages"
import { payoutPromises } from "./payouts"
import { takePictures } from "./pictures"
import { programPromises } from "./programs"

describeWithChromium("the dashboard, in a browser", () => {
  const dashboard = useDashboard(playDay)

  // Before anything is changed; see CONTRIBUTING.md.
  if (process.env.DOCS_IMAGES) {
    test("pictures for the documentation", () => takePictures(dashboard))
  }
  affiliatePromises(dashboard)
  programPromises(dashboard)
  commissionPromises(dashboard)
  payoutPromises(dashboard)
  corePagePromises(dashboard)
  everyPagePromises(dashboard)
})
