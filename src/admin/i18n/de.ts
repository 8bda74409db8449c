import type { Words } from "./en"

import affiliates from "./de/affiliates.json"
import commissions from "./de/commissions.json"
import common from "./de/common.json"
import nav from "./de/nav.json"
import payouts from "./de/payouts.json"
import programs from "./de/programs.json"
import widgets from "./de/widgets.json"

/** German; the type check fails where a word is missing. */
export const de: Words = {
  affiliates,
  commissions,
  common,
  nav,
  payouts,
  programs,
  widgets,
}
