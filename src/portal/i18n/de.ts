import type { Words } from "./en"

import common from "./de/common.json"
import dashboard from "./de/dashboard.json"
import earnings from "./de/earnings.json"
import entry from "./de/entry.json"
import links from "./de/links.json"
import more from "./de/more.json"
import payouts from "./de/payouts.json"
import tax from "./de/tax.json"

/** German; the type check fails where a word is missing. */
export const de: Words = {
  common,
  dashboard,
  earnings,
  entry,
  links,
  more,
  payouts,
  tax,
}
