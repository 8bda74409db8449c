import affiliates from "./en/affiliates.json"
import agreements from "./en/agreements.json"
import applications from "./en/applications.json"
import changes from "./en/changes.json"
import commissions from "./en/commissions.json"
import common from "./en/common.json"
import contracts from "./en/contracts.json"
import creatives from "./en/creatives.json"
import csv from "./en/csv.json"
import identity from "./en/identity.json"
import invitations from "./en/invitations.json"
import joining from "./en/joining.json"
import nav from "./en/nav.json"
import overview from "./en/overview.json"
import payoutBatches from "./en/payoutBatches.json"
import payoutProviders from "./en/payoutProviders.json"
import payouts from "./en/payouts.json"
import programs from "./en/programs.json"
import rules from "./en/rules.json"
import tax from "./en/tax.json"
import widgets from "./en/widgets.json"

/** English, and the shape that every other language has to have. */
export const en = {
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

export type Words = typeof en
