import { describeWithChromium } from "../harness/chromium"
import { applicationPromises } from "./applications"
import { crowdPromises } from "./crowd"
import { useDashboard } from "./dashboard"
import { invitationPromises } from "./invitations"
import { playJoiningDay } from "./joining-day"
import { joiningTermsPromises } from "./joining-terms"
import { recordPromises } from "./record"

/** Pages are compiled as they are first opened, on a machine that may be busy. */
const TEST_MS_MAX = 600_000

jest.setTimeout(TEST_MS_MAX)

describeWithChromium("joining in the dashboard, in a browser", () => {
  const dashboard = useDashboard(playJoiningDay)

  applicationPromises(dashboard)
  invitationPromises(dashboard)
  joiningTermsPromises(dashboard)
  recordPromises(dashboard)
  // Last, because after it nothing of the others is on a first page.
  crowdPromises(dashboard)
})
