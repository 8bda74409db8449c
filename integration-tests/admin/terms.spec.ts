import { describeWithChromium } from "../harness/chromium"
import { agreementPromises } from "./agreements"
import { contractPromises } from "./contracts"
import { creativePromises } from "./creatives"
import { useDashboard } from "./dashboard"
import { emptyPromises } from "./empty"
import { identityPromises } from "./identities"
import { rulePromises } from "./rules"
import { playTermsDay } from "./terms-day"

/** Pages are compiled as they are first opened, on a machine that may be busy. */
const TEST_MS_MAX = 600_000

jest.setTimeout(TEST_MS_MAX)

describeWithChromium("terms in the dashboard, in a browser", () => {
  const dashboard = useDashboard(playTermsDay)

  emptyPromises(dashboard)
  rulePromises(dashboard)
  agreementPromises(dashboard)
  creativePromises(dashboard)
  contractPromises(dashboard)
  identityPromises(dashboard)
})
