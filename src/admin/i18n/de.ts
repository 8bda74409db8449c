import type { Words } from "./en"

import affiliates from "./de/affiliates.json"
import agreements from "./de/agreements.json"
import applications from "./de/applications.json"
import changes from "./de/changes.json"
import commissions from "./de/commissions.json"
import common from "./de/common.json"
import contracts from "./de/contracts.json"
import creatives from "./de/creatives.json"
import csv from "./de/csv.json"
import identity from "./de/identity.json"
import invitations from "./de/invitations.json"
import joining from "./de/joining.json"
import nav from "./de/nav.json"
import overview from "./de/overview.json"
import payoutBatches from "./de/payoutBatches.json"
import payoutProviders from "./de/payoutProviders.json"
import payouts from "./de/payouts.json"
import programs from "./de/programs.json"
import rules from "./de/rules.json"
import tax from "./de/tax.json"
import widgets from "./de/widgets.json"

/** German; the type check fails where a word is missing. */
export const de: Words = {
  affiliates,
  agreements,
  applications,
  changes,
  commissions,
  common,
  contracts,
  creatives,
  csv,
  identity,
  invitations,
  joining,
  nav,
  overview,
  payoutBatches,
  payoutProviders,
  payouts,
  programs,
  rules,
  tax,
  widgets,
}
