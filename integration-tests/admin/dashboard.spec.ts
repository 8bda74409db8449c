import { describeWithChromium } from "../harness/chromium"
import { WITH_SANDBOX } from "../support/sandbox"
import { affiliatePromises } from "./affiliates"
import { commissionPromises } from "./commissions"
import { useDashboard } from "./dashboard"
import { playDay } from "./day"
import { everyPagePromises } from "./every-page"
import { corePagePromises } from "./core-pages"
import { outOfReachPromises } from "./out-of-reach"
import { overviewPromises } from "./overview"
import { payoutBatchPromises } from "./payout-batches"
import {
  payoutProviderPromises,
  WITH_PAYPAL_OUT_OF_REACH,
} from "./payout-providers"
import { payoutPromises } from "./payouts"
import { takePictures } from "./pictures"
import { programPromises } from "./programs"
import { taxPromises } from "./taxes"

/** Pages are compiled as they are first opened, on a machine that may be busy. */
const TEST_MS_MAX = 600_000

/** Without what no store of a merchant has. */
const FOR_PICTURES = !!process.env.DOCS_IMAGES

jest.setTimeout(TEST_MS_MAX)

describeWithChromium("the dashboard, in a browser", () => {
  const dashboard = useDashboard(playDay, {
    PAYOUT_STORE_CREDIT: "true",
    PAYOUT_BATCH_APPROVALS: "2",
    ...(FOR_PICTURES ? {} : { ...WITH_SANDBOX, ...WITH_PAYPAL_OUT_OF_REACH }),
  })

  if (FOR_PICTURES) {
    test("pictures for the documentation", () => takePictures(dashboard))
    return
  }
  overviewPromises(dashboard)
  affiliatePromises(dashboard)
  programPromises(dashboard)
  commissionPromises(dashboard)
  payoutPromises(dashboard)
  payoutProviderPromises(dashboard)
  payoutBatchPromises(dashboard)
  taxPromises(dashboard)
  outOfReachPromises(dashboard)
  corePagePromises(dashboard)
  everyPagePromises(dashboard)
})
