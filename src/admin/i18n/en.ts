import affiliates from "./en/affiliates.json"
import commissions from "./en/commissions.json"
import common from "./en/common.json"
import nav from "./en/nav.json"
import payouts from "./en/payouts.json"
import programs from "./en/programs.json"
import widgets from "./en/widgets.json"

/** English, and the shape that every other language has to have. */
export const en = {
  affiliates,
  commissions,
  common,
  nav,
  payouts,
  programs,
  widgets,
}

export type Words = typeof en
